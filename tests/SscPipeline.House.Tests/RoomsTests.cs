using System.Xml.Linq;

namespace SscPipeline.House.Tests;

public sealed class RoomsTests
{
    /// <summary>The table of README "Rooms": who may use whom.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Spreadsheets"] = ["Domain"],
        ["Validation"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Reporting"] = ["Domain"],
        ["Delivery"] = ["Domain"],
        ["Workflows"] = ["Domain", "Spreadsheets", "Validation", "Storage", "Reporting", "Delivery"],
        ["Functions"] = ["Workflows"],
        ["LocalHost"] = ["Functions", "Workflows"],
        ["Cli"] = ["Workflows", "LocalHost"],
    };

    public static TheoryData<string> Rooms => [.. MayUse.Keys];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_it_may(string room)
    {
        var used = References(Path.Combine(Repository.Root, "src", $"SscPipeline.{room}", $"SscPipeline.{room}.csproj"))
            .Where(name => name.StartsWith("SscPipeline.", StringComparison.Ordinal))
            .Select(name => name["SscPipeline.".Length..])
            .ToHashSet(StringComparer.Ordinal);

        Assert.Subset(MayUse[room].ToHashSet(StringComparer.Ordinal), used);
    }

    [Fact]
    public void Every_room_stands_in_the_table()
    {
        var rooms = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "SscPipeline.*")
            .Select(folder => Path.GetFileName(folder)["SscPipeline.".Length..]);

        Assert.Equal(MayUse.Keys.Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_substitute_is_referenced_only_where_the_published_package_would_be()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

        foreach (var project in projects)
        {
            var substitutes = XDocument.Load(project).Descendants("ProjectReference")
                .Where(reference => reference.Attribute("Include")!.Value.Contains("Substitutes", StringComparison.Ordinal));

            Assert.All(substitutes, reference =>
                Assert.Contains("== 'true'", reference.Parent!.Attribute("Condition")?.Value ?? "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Storage_names_the_tables_client_Delivery_the_mail_library_and_both_Polly_and_only_Storage_Functions_and_LocalHost_name_blobs()
    {
        Assert.All(UsersOf("Azure.Data.Tables"), room => Assert.Equal("SscPipeline.Storage", room));
        Assert.All(UsersOf("Azure.Storage."), room => Assert.Contains(room, (string[])["SscPipeline.Storage", "SscPipeline.Functions", "SscPipeline.LocalHost"]));
        Assert.All(UsersOf("Polly"), room => Assert.Contains(room, (string[])["SscPipeline.Storage", "SscPipeline.Delivery"]));
        Assert.All(UsersOf("OpenTelemetry").Concat(UsersOf("Azure.Monitor")), room => Assert.Equal("SscPipeline.Workflows", room));
        Assert.All(UsersOf("MailKit").Concat(UsersOf("MimeKit")), room => Assert.Equal("SscPipeline.Delivery", room));
    }

    private static IEnumerable<string> UsersOf(string library) =>
        Repository.Sources("src")
            .Where(file => !Repository.Relative(file).StartsWith("src/Substitutes", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith($"using {library}", StringComparison.Ordinal)))
            .Select(file => Repository.Relative(file).Split('/')[1])
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
