using System.Text;
using SscPipeline.Domain;
using SscPipeline.Domain.Submissions;
using SscPipeline.Workflows.Checking;

namespace SscPipeline.Workflows.Tests.Checking;

public sealed class SheetExcerptTests : IDisposable
{
    private readonly MemoryStudy study = new();

    public void Dispose() => study.Dispose();

    [Fact]
    public void The_cells_around_an_issue_are_shown_under_their_headings_with_the_subject()
    {
        var file = Check("title\nsubject_id,study day,fvc_l,weight_kg,height_cm,mrss\nP-01,1,3.1,61,171,77\nP-01,183,3.0,60,171,14\n");

        var excerpt = file.Excerpts.Of(file.Receipt.Issues.Single(issue => issue.Check == "SSC-301"))!;

        Assert.Equal("A C D E F", string.Join(' ', excerpt.Columns));
        Assert.Equal((2, 3, 4), (excerpt.HeaderRow, excerpt.Row, excerpt.Marked));
        Assert.Equal("subject_id fvc_l weight_kg height_cm mrss", string.Join(' ', excerpt.Headings));
        Assert.Equal("P-01 3.1 61 171 77", string.Join(' ', excerpt.Cells));
    }

    [Fact]
    public void An_issue_about_a_heading_shows_the_headings_alone()
    {
        var file = Check("subject_id,study day,mrss,albumine\nP-01,1,20,38\n");

        var excerpt = file.Excerpts.Of(file.Receipt.Issues.Single(issue => issue.Check == "SSC-008"))!;

        Assert.Null(excerpt.HeaderRow);
        Assert.Equal("albumine", excerpt.Cells[excerpt.Marked]);
    }

    [Fact]
    public void What_may_identify_a_person_is_shown_neither_itself_nor_beside_another_cell()
    {
        var file = Check("subject_id,study day,mrss,comment\nP-01,1,77,0571 8722 3344\n");
        var suspicious = file.Receipt.Issues.Single(issue => issue.Check == "SSC-089");

        Assert.Null(file.Excerpts.Of(suspicious));
        Assert.Equal("P-01, 1, 77, hidden", string.Join(", ", file.Excerpts.Of(file.Receipt.Issues.Single(issue => issue.Check == "SSC-301"))!.Cells.Select(cell => cell ?? "hidden")));
    }

    [Fact]
    public void Of_a_file_that_names_a_person_nothing_is_shown()
    {
        var file = Check("subject_id,patient name,study day,mrss\nP-01,Ann Example,1,77\n");

        Assert.NotEmpty(file.Receipt.Issues);
        Assert.All(file.Receipt.Issues, issue => Assert.Null(file.Excerpts.Of(issue)));
    }

    [Fact]
    public void The_language_that_is_wished_overrules_that_of_the_site() =>
        Assert.Equal("zh", Check("subject_id,study day,mrss\nP-01,1,20\n", Language.Chinese).Receipt.Language);

    private CheckedFile Check(string csv, Language? language = null) => study.Get<CheckWorkbooks>().Run(
        SiteCode.Parse("site-a"), [new LocalFile("visits.csv", Encoding.UTF8.GetBytes(csv))], new CheckWishes { Language = language }, CancellationToken.None).Single();
}
