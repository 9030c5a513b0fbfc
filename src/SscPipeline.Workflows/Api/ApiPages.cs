using SscPipeline.Domain;
using SscPipeline.Reporting.Uploads;

namespace SscPipeline.Workflows.Api;

/// <summary>What is the same for everybody: the upload page, and the description of the HTTP functions.</summary>
public static class ApiPages
{
    public static ApiFile Upload(Language language) => new(UploadPage.Write(language), ApiFile.Html);

    /// <summary>The Content-Security-Policy of the upload page, in either language.</summary>
    public static string UploadPolicy => UploadPage.Policy;

    public static ApiFile OpenApi() => new(OpenApiDocument.Content, ApiFile.Json);
}
