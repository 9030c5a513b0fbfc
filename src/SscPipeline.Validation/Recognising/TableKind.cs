using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>Decides by the variables that are there what a table is about.</summary>
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

        return sure.Any(variable => Only(variable, RecordKind.Visit)) ? RecordKind.Visit : RecordKind.Subject;
    }

    private static bool Only(Variable variable, RecordKind kind) => variable.Tables is [var table] && table == kind;
}
