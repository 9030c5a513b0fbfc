using System.Globalization;
using Azure;
using Azure.Identity;

namespace SscPipeline.Storage.Probing;

/// <summary>Sorts what a client throws.</summary>
internal static class FaultOf
{
    private static readonly string[] Lacking =
        ["AuthorizationPermissionMismatch", "InsufficientAccountPermissions", "AuthorizationResourceTypeMismatch", "AuthorizationServiceMismatch"];

    /// <summary>Null for what is no fault of the world.</summary>
    public static (ProbeFault Fault, string Detail)? Read(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Read(last),
        RequestFailedException { Status: 0 } silent => (ProbeFault.Unreachable, silent.Message.Split('\n', 2)[0].Trim()),
        RequestFailedException answer => (Fault(answer), string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {answer.ErrorCode}").Trim()),
        AuthenticationFailedException => (ProbeFault.NoIdentity, ""),
        OperationCanceledException or IOException or HttpRequestException => (ProbeFault.Unreachable, "no answer in time"),
        _ => null,
    };

    private static ProbeFault Fault(RequestFailedException answer) => answer switch
    {
        { ErrorCode: "KeyBasedAuthenticationNotPermitted" } => ProbeFault.KeysAreOff,
        { Status: 403 } when Lacking.Contains(answer.ErrorCode) => ProbeFault.NotAllowed,
        { Status: 401 or 403 } => ProbeFault.Refused,
        { Status: 404 } => ProbeFault.Missing,
        { Status: 400 } when answer.ErrorCode is "InvalidHeaderValue" or "UnsupportedHeader" || answer.Message.Contains("API version", StringComparison.OrdinalIgnoreCase) => ProbeFault.OldService,
        _ => ProbeFault.Other,
    };
}
