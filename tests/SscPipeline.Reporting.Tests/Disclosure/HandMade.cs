using SscPipeline.Reporting.Disclosure;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

/// <summary>A study of 60 subjects of whom nothing else is known: a test adds the section that it is about.</summary>
internal static class HandMade
{
    public const int Subjects = 60;

    public static Summary Study { get; } = Guo2012.Summary with
    {
        Population = new Population(3, Subjects, 0, 30, new Spread(0, null, null, null), new Spread(0, null, null, null)),
        Measures = [],
        SkinClasses = [],
        IldResponse = new IldResponse([], [], [], null),
        LungSlopes = [],
        Nutrition = new Nutrition(null, null, null, null, []),
        EventRates = [],
        Exposure = [],
        Composite = null,
        Quality = null,
    };

    /// <summary>n values around 10.</summary>
    public static Distribution Values(int n) => new(n, 10, 2, 9, 8, 12, 6, 15);

    /// <summary>600 patient-months of n subjects.</summary>
    public static Exposure Exposure(int treated, int dosed) => new("overall", Values(treated), 600, Values(dosed), Values(dosed), 1, Share.Of(30, 60));

    public static Summary Published(Summary study) => PublicSummary.From(study, new DisclosureRules(5));

    /// <summary>Small counts that somebody with pencil and paper finds.</summary>
    public static IReadOnlyList<string> Found(Summary study) => CountAttack.On(study, Published(study), 5);
}
