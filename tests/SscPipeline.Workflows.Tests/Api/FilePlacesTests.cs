using SscPipeline.Testing;
using SscPipeline.Workflows.Api;

namespace SscPipeline.Workflows.Tests.Api;

public sealed class FilePlacesTests
{
    private readonly ManualTime time = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task At_most_four_files_lie_in_memory_at_once_and_the_next_one_has_its_turn_when_one_is_done()
    {
        using var places = new FilePlaces(time);
        var (now, most) = (0, 0);
        var go = new TaskCompletionSource();
        async Task<string> WorkAsync(byte[] content)
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await go.Task;
            Interlocked.Decrement(ref now);
            return "done";
        }

        var all = Enumerable.Range(0, 10).Select(_ => places.TakeAsync(new MemoryStream([1]), 10, WorkAsync, CancellationToken.None)).ToList();
        await Task.Delay(50);
        go.SetResult();

        Assert.All(await Task.WhenAll(all), taken => Assert.Equal((FileFault.None, "done"), (taken.Fault, taken.Result)));
        Assert.Equal(4, most);
    }

    [Fact]
    public async Task A_file_of_just_the_limit_is_read_and_one_byte_more_ends_the_reading()
    {
        using var places = new FilePlaces(time);
        var endless = new Endless();

        var fits = await places.TakeAsync(new MemoryStream(new byte[100]), 100, content => Task.FromResult(content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), CancellationToken.None);
        var never = await places.TakeAsync<string>(endless, 100, _ => throw new InvalidOperationException("must not be called"), CancellationToken.None);

        Assert.Equal("100", fits.Result);
        Assert.Equal(FileFault.TooLarge, never.Fault);
        Assert.True(endless.Given < 200_000);
    }

    [Fact]
    public async Task A_file_that_does_not_come_to_an_end_in_time_is_given_up_and_its_place_is_free_again()
    {
        using var places = new FilePlaces(time);
        var stuck = Enumerable.Range(0, 4).Select(_ => places.TakeAsync(new Stuck(), 100, _ => Task.FromResult("done"), CancellationToken.None)).ToList();

        time.Advance(TimeSpan.FromMinutes(4));

        Assert.All(await Task.WhenAll(stuck), taken => Assert.Equal(FileFault.TooSlow, taken.Fault));
        Assert.Equal("done", (await places.TakeAsync(new MemoryStream(), 100, _ => Task.FromResult("done"), CancellationToken.None)).Result);
    }

    private sealed class Endless : MemoryStream
    {
        public int Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    private sealed class Stuck : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
