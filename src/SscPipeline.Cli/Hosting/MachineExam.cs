using System.Globalization;
using Microsoft.Extensions.Configuration;
using SscPipeline.LocalHost.Azurite;
using SscPipeline.Workflows.Diagnosing;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Cli.Hosting;

/// <summary>What a storage on this machine needs. A study whose storage is elsewhere needs neither Node.js nor Azurite.</summary>
internal static class MachineExam
{
    private static readonly string[] Here = ["UseDevelopmentStorage=true", "127.0.0.1", "localhost"];

    public static async Task<IEnumerable<Diagnosis>> ExamineAsync(IConfiguration configuration, CancellationToken cancellationToken) =>
        configuration[ConnectionNames.Data] is { } storage && !Here.Any(here => storage.Contains(here, StringComparison.OrdinalIgnoreCase))
            || configuration[$"{ConnectionNames.Data}:blobServiceUri"] is not null
            ? []
            : [Node(await NodeVersion.FindAsync(cancellationToken)), Azurite(AzuriteInstallation.IsInstalled)];

    internal static Diagnosis Node(int? major) => major switch
    {
        null => new Diagnosis("node", "", "Node.js is not on the PATH.", "Install Node.js 20 or newer with npm (https://nodejs.org): the storage on this machine runs on it."),
        < NodeVersion.Oldest => new Diagnosis(
            "node", "", string.Create(CultureInfo.InvariantCulture, $"Node.js is version {major}."),
            string.Create(CultureInfo.InvariantCulture, $"Install Node.js {NodeVersion.Oldest} or newer (https://nodejs.org): the storage on this machine does not run on older ones.")),
        _ => Diagnosis.Well("node", "", string.Create(CultureInfo.InvariantCulture, $"Node.js is version {major}.")),
    };

    internal static Diagnosis Azurite(bool isInstalled) => isInstalled
        ? Diagnosis.Well("azurite", "", "Azurite is installed.")
        : new Diagnosis("azurite", "", "Azurite, the storage on this machine, is not installed yet.", "'ssc up' installs it the first time; npm must reach its registry ('npm ping').");
}
