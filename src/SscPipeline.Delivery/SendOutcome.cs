namespace SscPipeline.Delivery;

/// <summary>How an attempt to hand something over ended.</summary>
/// <param name="Problem">In words, for an operator; empty when it was sent. Never a password, never a part of what was sent.</param>
public sealed record SendOutcome(SendResult Result, string Problem)
{
    public static SendOutcome Sent { get; } = new(SendResult.Sent, "");

    public static SendOutcome Refused(string problem) => new(SendResult.Refused, problem);

    public static SendOutcome Uncertain(string problem) => new(SendResult.Uncertain, problem);
}
