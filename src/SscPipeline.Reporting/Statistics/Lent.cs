using System.Buffers;

namespace SscPipeline.Reporting.Statistics;

/// <summary>Arrays from the pool, which all go back together: samples of large studies need some hundred megabytes a report, a few at a time.</summary>
internal sealed class Lent : IDisposable
{
    private readonly List<Action> returns = [];

    /// <summary>With whatever was in it before.</summary>
    public ArraySegment<T> Take<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        returns.Add(() => ArrayPool<T>.Shared.Return(array));
        return new ArraySegment<T>(array, 0, length);
    }

    public void Dispose()
    {
        foreach (var giveBack in returns)
        {
            giveBack();
        }

        returns.Clear();
    }
}
