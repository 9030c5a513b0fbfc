using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MimeKit;
using SscPipeline.Delivery.Email;

namespace SscPipeline.Delivery.Tests.Smtp;

/// <summary>A real mail server in a process of its own; it ends when its input is closed, so it never outlives the tests.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private Task reading = Task.CompletedTask;

    private SmtpServer(Process process) => this.process = process;

    public int Port { get; private set; }

    public IReadOnlyList<(string[] To, MimeMessage Message)> Accepted => [.. lines.Select(Read)];

    /// <param name="mode"><c>open</c>, <c>login</c> (user ssc, password right), <c>refuse</c>, <c>slow</c> (never answers after a mail) or <c>tls</c>.</param>
    public static async Task<SmtpServer> StartAsync(string mode)
    {
        var folder = await SmtpServerPackage.EnsureAsync();
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "server.mjs"), mode])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var server = new SmtpServer(Process.Start(start)!);
        server.Port = int.Parse((await server.process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        server.reading = server.ReadAsync();
        return server;
    }

    public MailServer Settings(MailSecurity security = MailSecurity.None, string? password = null) => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        Security = security,
        User = password is null ? null : "ssc",
        Password = password,
        From = "Étude SSc <ssc@example.org>",
    };

    /// <summary>What the server tells of itself may come a moment after its answer.</summary>
    public async Task<(string[] To, MimeMessage Message)> SingleAsync()
    {
        for (var look = 0; look < 500 && lines.IsEmpty; look++)
        {
            await Task.Delay(20);
        }

        return Assert.Single(Accepted);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5_000))
        {
            process.Kill();
        }

        reading.Wait(5_000);
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
        }
    }

    private static (string[] To, MimeMessage Message) Read(string line)
    {
        var json = JsonDocument.Parse(line).RootElement;
        var mail = MimeMessage.Load(new MemoryStream(json.GetProperty("mail").GetBytesFromBase64()));
        return ([.. json.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)], mail);
    }
}
