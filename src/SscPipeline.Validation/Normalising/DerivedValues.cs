using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Normalising;

/// <summary>Values that the site did not send and that follow from those it sent. They stand in no cell.</summary>
internal static class DerivedValues
{
    /// <summary>mRSS total: the sum of all 17 areas, else the mean of the assessors. Never in place of a total that was sent, and never
    /// from an area or a score that is missing, doubtful or a bound. Source: doi:10.5301/jsrd.5000231.</summary>
    public static decimal? MrssTotal(Record visit)
    {
        if (visit.Sent(Variables.MrssTotal) is not null)
        {
            return null;
        }

        if (Variables.MrssAreas.All(area => visit.Number(area) is not null))
        {
            return Variables.MrssAreas.Sum(area => visit.Number(area));
        }

        var scores = Variables.MrssAssessors.Where(assessor => visit.Sent(assessor) is not null).Select(visit.Number).ToList();
        return scores.Count > 0 && scores.TrueForAll(score => score is not null) ? scores.Average() : null;
    }
}
