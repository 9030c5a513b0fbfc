namespace SscPipeline.Storage.Probing;

/// <summary>Tries things at one service and writes down how it went.</summary>
internal sealed class ProbeNotes(string service, List<ProbeResult> results)
{
    /// <summary>False once something is wrong that is the same everywhere.</summary>
    public bool GoesOn { get; private set; } = true;

    public async Task<bool> TryAsync(string place, ProbeStep step, Func<Task<bool>> attempt)
    {
        var (fault, detail) = (ProbeFault.None, "");
        try
        {
            fault = await attempt() ? ProbeFault.None : ProbeFault.WrongContent;
        }
        catch (Exception exception) when (FaultOf.Read(exception) is { } read)
        {
            (fault, detail) = read;
        }

        var result = new ProbeResult(service, place, step, fault, detail);
        results.Add(result);
        GoesOn &= !result.IsOfWholeService;
        return fault == ProbeFault.None;
    }
}
