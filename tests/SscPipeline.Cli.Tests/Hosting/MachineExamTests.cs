using Microsoft.Extensions.Configuration;
using SscPipeline.Cli.Hosting;

namespace SscPipeline.Cli.Tests.Hosting;

public sealed class MachineExamTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData(16, false)]
    [InlineData(20, true)]
    [InlineData(24, true)]
    public void Node_is_there_and_new_enough(int? major, bool isWell)
    {
        var found = MachineExam.Node(major);

        Assert.Equal(isWell, found.IsWell);
        Assert.Equal("node", found.Check);
    }

    [Fact]
    public void An_Azurite_that_is_not_installed_is_found() =>
        Assert.Equal((false, true), (MachineExam.Azurite(isInstalled: false).IsWell, MachineExam.Azurite(isInstalled: true).IsWell));

    [Theory]
    [InlineData("SscStorage", "DefaultEndpointsProtocol=https;AccountName=study;AccountKey=aGVsbG8=", 0)]
    [InlineData("SscStorage:blobServiceUri", "https://study.blob.core.windows.net", 0)]
    [InlineData("SscStorage", "UseDevelopmentStorage=true", 2)]
    [InlineData("SscStorage", "AccountName=a;AccountKey=aGVsbG8=;BlobEndpoint=http://127.0.0.1:10000/a", 2)]
    [InlineData("Ssc:Study", "none", 2)]
    public async Task Node_and_Azurite_are_asked_for_only_where_storage_is_on_this_machine(string name, string value, int findings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build();

        Assert.Equal(findings, (await MachineExam.ExamineAsync(configuration, CancellationToken.None)).Count());
    }
}
