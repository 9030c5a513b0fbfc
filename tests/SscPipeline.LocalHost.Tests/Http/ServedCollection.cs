using SscPipeline.Testing;

namespace SscPipeline.LocalHost.Tests.Http;

/// <summary>One served study for all tests of HTTP; each test has a site of its own.</summary>
[CollectionDefinition(nameof(ServedCollection))]
public sealed class ServedCollection : ICollectionFixture<ServedStudy>;
