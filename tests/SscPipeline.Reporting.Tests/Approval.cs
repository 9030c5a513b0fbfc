using System.Runtime.CompilerServices;
using System.Text;

namespace SscPipeline.Reporting.Tests;

/// <summary>Compares with <c>Approved/{name}</c>, byte for byte. SSC_APPROVE=1 rewrites the files, except on a build server.</summary>
internal static class Approval
{
    public static void Check(string name, ReadOnlySpan<byte> actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Root(caller), "Approved", name);
        if (Environment.GetEnvironmentVariable("SSC_APPROVE") == "1")
        {
            Assert.Null(Environment.GetEnvironmentVariable("CI"));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{name} was never approved: look at the page, then run the test with SSC_APPROVE=1.");
        Assert.Equal(File.ReadAllText(path), Encoding.UTF8.GetString(actual));
    }

    private static string Root(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        return Directory.Exists(Path.Combine(folder, "Approved")) ? folder : Path.GetDirectoryName(folder)!;
    }
}
