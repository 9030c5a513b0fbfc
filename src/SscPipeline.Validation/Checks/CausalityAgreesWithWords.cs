using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-065: words that say "not related" are not coded as related, and the other way round.</summary>
internal sealed class CausalityAgreesWithWords : IRecordCheck
{
    public string Id => "SSC-065";

    public void Run(DocumentView document, FindingLog log)
    {
        var variable = document.Lexicon.Dictionary[Variables.AeCausality];
        foreach (var adverseEvent in document.AdverseEvents)
        {
            if (adverseEvent.Text(Measured.CausalityVerbatim) is { } words && adverseEvent.Usable(Variables.AeCausality) is { } code
                && document.Lexicon.Codes.Find(variable, words) is { } meant)
            {
                log.Examine(Id);
                if (IsRelated(meant) != IsRelated(adverseEvent.Text(Variables.AeCausality)!))
                {
                    log.Add(Finding.OfValue(Id, code, ("words", words), ("value", adverseEvent.Text(Variables.AeCausality)!)).Suggesting(meant));
                }
            }
        }
    }

    private static bool? IsRelated(string code) => code switch
    {
        "Certain" or "Probable" or "Possible" => true,
        "Unlikely" or "Not related" => false,
        _ => null,
    };
}
