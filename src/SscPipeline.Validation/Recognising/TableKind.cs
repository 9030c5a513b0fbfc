using SscPipeline.Domain.Outcomes;
using SscPipeline.Validation.Dictionary;

namespace SscPipeline.Validation.Recognising;

/// <summary>Decides by the variables that are there what a table is about: events, if it names them; visits, if it says when they
/// were.</summary>
internal static class TableKind
{
    /// <param name="isOfOneVisit">The sheet's name or title names a visit: measurements are that visit's, even beside facts about
    /// subjects.</param>
    public static RecordKind Of(IReadOnlyList<Heading> headings, bool isOfOneVisit = false)
    {
        var sure = headings.Select(heading => heading.Variable).OfType<Variable>().ToList();
        var events = sure.Count(variable => Only(variable, RecordKind.AdverseEvent));
        if (sure.Any(variable => variable.Name == Variables.AeTerm) || events >= 2)
        {
            return RecordKind.AdverseEvent;
        }

        var hasFacts = sure.Any(variable => Only(variable, RecordKind.Subject)) && !isOfOneVisit;
        return sure.Any(IsTime) || (!hasFacts && sure.Any(variable => Only(variable, RecordKind.Visit))) ? RecordKind.Visit : RecordKind.Subject;
    }

    /// <summary>It says when a visit was.</summary>
    public static bool IsTime(Variable variable) =>
        variable.Name is Variables.VisitDate or Variables.StudyDay or Variables.VisitMonth or Variables.VisitLabel;

    /// <summary>It is measured at visits and nowhere else.</summary>
    public static bool IsMeasured(Variable variable) => variable.Role == VariableRole.Value && Only(variable, RecordKind.Visit);

    private static bool Only(Variable variable, RecordKind kind) => variable.Tables is [var table] && table == kind;
}
