using System.Collections.Immutable;

namespace SscPipeline.Delivery.Email;

/// <summary>A mail to one recipient, as text and as HTML.</summary>
/// <param name="To">An address. Each recipient gets a mail of their own and sees no other.</param>
/// <param name="Key">The same for the same content to the same recipient: makes the message id, by which many servers drop a repetition.</param>
/// <param name="Date">Of the mail's header.</param>
public sealed record Mail(
    string To, string Subject, string Text, string Html, string Key, DateTimeOffset Date, ImmutableArray<MailFile> Files);

/// <param name="Name">Without folders.</param>
/// <param name="ContentType">Such as <c>text/csv</c>.</param>
public sealed record MailFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
