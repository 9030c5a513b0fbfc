namespace SscPipeline.Storage.Probing;

/// <summary>One thing that was tried at one place.</summary>
/// <param name="Service">blob, queue or table.</param>
/// <param name="Place">The container, queue or table.</param>
/// <param name="Detail">Status and code of the answer, or the address that did not answer; never a secret.</param>
public sealed record ProbeResult(string Service, string Place, ProbeStep Step, ProbeFault Fault, string Detail)
{
    /// <summary>It will be the same at every place of the service.</summary>
    public bool IsOfWholeService =>
        Fault is ProbeFault.Unreachable or ProbeFault.Refused or ProbeFault.KeysAreOff or ProbeFault.NoIdentity or ProbeFault.OldService or ProbeFault.NoAddress;
}
