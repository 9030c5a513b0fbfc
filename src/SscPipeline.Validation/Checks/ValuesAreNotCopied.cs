using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>SSC-086: three visits in a row do not have the same measurements.</summary>
/// <remarks>Examined are visits that share four or more measured values with each of the two before; all of them must be equal to be
/// marked. Two equal visits happen when little changes.</remarks>
internal sealed class ValuesAreNotCopied : IRecordCheck
{
    private const int Fewest = 4;

    private static readonly string[] Measurements =
    [
        Variables.FvcL, Variables.Fev1L, Measured.TlcL, Variables.Dlco, Measured.Kco, Measured.VaL, Measured.Haemoglobin, Variables.Albumin, Variables.WeightKg,
    ];

    public string Id => "SSC-086";

    public void Run(DocumentView document, FindingLog log)
    {
        foreach (var subject in VisitsInOrder.Of(document))
        {
            var visits = subject.Select(visit => (Visit: visit, Values: Measurements.Select(visit.Number).ToArray())).Where(visit => visit.Values.Count(value => value is not null) >= Fewest).ToList();
            for (var i = 2; i < visits.Count; i++)
            {
                var shared = Enumerable.Range(0, Measurements.Length).Where(at => visits[i].Values[at] is not null && visits[i - 1].Values[at] is not null && visits[i - 2].Values[at] is not null).ToList();
                log.Examine(Id, shared.Count >= Fewest ? 1 : 0);
                if (shared.Count >= Fewest && shared.TrueForAll(at => visits[i].Values[at] == visits[i - 1].Values[at] && visits[i].Values[at] == visits[i - 2].Values[at]))
                {
                    log.Add(Finding.OfValue(
                        Id, visits[i].Visit.Usable(Measurements[shared[0]])!.Value,
                        ("count", Shown.Of(shared.Count)), ("day", Shown.Of(visits[i - 1].Visit.StudyDay ?? 0)), ("other", Shown.Of(visits[i - 2].Visit.StudyDay ?? 0))));
                }
            }
        }
    }
}
