using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SscPipeline.LocalHost.Http;

/// <summary>Words for the answers that no function gives: no such address, another method, no function key, a page elsewhere that calls us by another name.</summary>
internal static class PlainAnswers
{
    public static async Task WriteAsync(HttpContext context, RequestDelegate next)
    {
        if (IsThisMachine(context.Request.Host.Host))
        {
            await next(context);
        }
        else
        {
            // A page elsewhere may have its own name point at this machine.
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        }

        if (!context.Response.HasStarted && context.Response.StatusCode >= StatusCodes.Status400BadRequest && context.Response.ContentType is null)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync(JsonSerializer.Serialize(Words(context.Response.StatusCode), JsonSerializerOptions.Web));
        }
    }

    private static bool IsThisMachine(string host) => host is "127.0.0.1" or "localhost";

    private static Answer Words(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(
            "urn:sscpipeline:problem:no-function-key", "A function key is needed.", status,
            "The header x-functions-key holds no key, or a wrong one.", "'ssc up' prints the key of its run."),
        StatusCodes.Status404NotFound => new(
            "urn:sscpipeline:problem:not-found", "There is nothing here.", status,
            "No function has this address.", "GET /api/openapi.json lists all addresses."),
        StatusCodes.Status405MethodNotAllowed => new(
            "urn:sscpipeline:problem:wrong-method", "This address has another method.", status,
            "The header Allow of this answer names it.", "GET /api/openapi.json lists all addresses with their methods."),
        StatusCodes.Status500InternalServerError => new(
            "urn:sscpipeline:problem:our-fault", "This is our fault, not yours.", status,
            "The request could not be answered. It says nothing about your file.", "Please try again; the log of the host says more."),
        _ => new(
            "urn:sscpipeline:problem:refused", "The request was refused.", status,
            "It could not be taken as it is.", "GET /api/openapi.json describes all requests."),
    };

    private sealed record Answer(string Type, string Title, int Status, string Detail, string Fix);
}
