using SscPipeline.Domain.Submissions;

namespace SscPipeline.Storage.Ledger;

/// <summary>What a person did by hand, and who it was.</summary>
/// <param name="Target">The submission or the message that it was done to.</param>
/// <param name="By">The operator's name, as given or as the operating system knows it.</param>
/// <param name="Result">The submission that came of it; null when none did.</param>
public sealed record OperatorAction(SiteCode Site, string Target, OperatorDeed Deed, string By, DateTimeOffset At, string? Result);
