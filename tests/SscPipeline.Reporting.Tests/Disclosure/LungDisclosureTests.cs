using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Tests.Disclosure;

public sealed class LungDisclosureTests
{
    [Theory, InlineData("reported", 20), InlineData("recomputed", 15)]
    public void Classes_are_shown_on_the_basis_that_the_study_counts(string basis, int improved)
    {
        var study = HandMade.Study with
        {
            Settings = HandMade.Study.Settings.SetItem("percentPredicted", basis),
            IldResponse = HandMade.Study.IldResponse with { Classes = [Row("reported", 20), Row("recomputed", 15)] },
        };

        var shown = Assert.Single(HandMade.Published(study).IldResponse.Classes);

        Assert.Equal((basis, improved), (shown.Basis, shown.Improved));
    }

    private static LungClassRow Row(string basis, int improved) => new(basis, "overall", 6, 40, improved, 40 - improved, 0, 0, 20, 20, 0, null, null, null, null);
}
