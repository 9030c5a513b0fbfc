using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>Decides by the variables that are there what a table is about: events, if it names them; visits, if it says when they
/// were.</summary>
internal static class TableKind
{
    public static RecordKind Of(IReadOnlyList<Heading> headings)
    {
        var sure = headings.Where(heading => heading.Meanings.Length == 1).Select(heading => heading.Meanings[0].Variable).ToList();
        var events = sure.Count(variable => Only(variable, RecordKind.AdverseEvent));
        if (sure.Any(variable => variable.Name == Variables.AeTerm) || events >= 2)
        {
            return RecordKind.AdverseEvent;
        }

        var hasTime = sure.Any(variable => variable.Name is Variables.VisitDate or Variables.StudyDay or Variables.VisitMonth or Variables.VisitLabel);
        var hasFacts = sure.Any(variable => Only(variable, RecordKind.Subject));
        return hasTime || (!hasFacts && sure.Any(variable => Only(variable, RecordKind.Visit))) ? RecordKind.Visit : RecordKind.Subject;
    }

    private static bool Only(Variable variable, RecordKind kind) => variable.Tables is [var table] && table == kind;
}
