using System.Collections.Immutable;
using System.Globalization;
using SscPipeline.LocalHost.Azurite;
using Xunit;

namespace SscPipeline.Testing;

/// <summary>Storage for a test class, as <c>IClassFixture</c>. All classes of a test run share one Azurite in memory; it ends with the run.</summary>
/// <remarks>Each call of <see cref="NewAccount"/> gives an empty account, so tests run side by side and may use the product's own names.</remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 500;

    private static readonly ImmutableArray<string> Names =
        [.. Enumerable.Range(0, Accounts).Select(n => string.Create(CultureInfo.InvariantCulture, $"ssctest{n:000}"))];

    private static readonly Lazy<Task<AzuriteProcess>> Shared = new(() => AzuriteProcess.StartAsync(
        new AzuriteOptions { MoreAccounts = Names }, new StandardError(), CancellationToken.None));

    private static int taken = -1;

    private AzuriteProcess? azurite;

    /// <summary>The usual account, which all tests of a run share.</summary>
    public string ConnectionString => Process.ConnectionString;

    public AzuriteProcess Process => azurite ?? throw new InvalidOperationException("Azurite has not been started.");

    /// <summary>The connection string of an account that nobody used before.</summary>
    public string NewAccount()
    {
        var next = Interlocked.Increment(ref taken);
        return next < Accounts
            ? Process.ConnectionStringOf(Names[next])
            : throw new InvalidOperationException($"A test run has {Accounts} accounts, and all are taken.");
    }

    public async Task InitializeAsync() => azurite = await Shared.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    private sealed class StandardError : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
