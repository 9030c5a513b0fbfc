namespace SscPipeline.Storage.Keys;

/// <summary>Row keys in [<paramref name="From"/>, <paramref name="Before"/>), compared by code.</summary>
internal readonly record struct KeyRange(string From, string Before);
