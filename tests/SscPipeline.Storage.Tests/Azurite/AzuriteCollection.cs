namespace SscPipeline.Storage.Tests.Azurite;

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<StorageFixture>
{
    public const string Name = "Azurite";
}
