namespace SscPipeline.Cli.Output;

/// <param name="Setting">Its name.</param>
/// <param name="Hash">Its value.</param>
internal sealed record NewSiteKey(string Site, string Key, string Setting, string Hash);
