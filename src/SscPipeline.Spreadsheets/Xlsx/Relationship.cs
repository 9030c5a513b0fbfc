namespace SscPipeline.Spreadsheets.Xlsx;

/// <param name="Type">The last segment of the type's address, which transitional and strict files share, such as <c>worksheet</c>.</param>
/// <param name="Target">A part name without a leading slash; for an external one the address as written.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal);
