using System.Runtime.ExceptionServices;

namespace SscPipeline.Storage.Resilience;

/// <summary>How one attempt ended: an answer, or a fault that may pass.</summary>
/// <param name="WaitFor">What the service asks to wait, if it says so.</param>
internal readonly record struct Attempt(bool IsPassingFault, ExceptionDispatchInfo? Fault, TimeSpan? WaitFor);
