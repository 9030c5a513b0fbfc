using SscPipeline.Domain.Checking;

namespace SscPipeline.Validation.Tests.Recognising;

public sealed class HeaderMappingTests
{
    private const string Table = "Pat,Tag,Hautscore,Notiz,FVC\nS1,1,20,x,2.5\n";

    [Fact]
    public void A_sites_own_headings_are_read_by_its_mapping_and_what_it_ignores_is_not_mentioned()
    {
        var found = Check("canonical,header\nsubject_id,Pat\nstudy_day,Tag\nmrss_total,Hautscore\nignore,Notiz\n", Table);

        Assert.Empty(found.Issues.Where(issue => issue.Check != "SSC-207"));
        Assert.Equal(["mrss_total 20", "fvc_l 2.5"], found.Rows[0].Outcomes.Select(outcome => $"{outcome.Variable} {outcome.Value}"));
    }

    [Fact]
    public void A_mapped_heading_may_name_a_visit_as_well()
    {
        var found = Check("mrss_total,Hautscore", "Subject,Hautscore BL,Hautscore 6m\nS1,20,15\n");

        Assert.Equal(["m0 20", "m6 15"], found.Rows.Select(row => $"{row.Visit} {row.Outcomes[0].Value}"));
    }

    [Fact]
    public void What_the_dictionary_knows_is_never_mapped() =>
        Assert.Equal("fvc_l", Check("tlc_l,FVC", "Subject,Day,FVC\nS1,1,2.5\n").Rows[0].Outcomes[0].Variable);

    [Fact]
    public void A_heading_with_two_meanings_gets_the_one_that_the_site_has_chosen() =>
        Assert.Equal("physician_global", Check("physician_global,PGA", "Subject,Day,PGA\nS1,1,2.5\n").Rows[0].Outcomes[0].Variable);

    [Theory]
    [InlineData("mrss,Hautscore", "Line 1: there is no variable \"mrss\"; 'ssc dictionary' lists them, and \"ignore\" leaves a column out.")]
    [InlineData("canonical,header\nmrss_total", "Line 2: there are 1 cells; it must be a variable, a comma and the heading.")]
    [InlineData("mrss_total,\"\"", "Line 1: the heading is empty.")]
    [InlineData("mrss_total,Haut score\nfvc_l,hautscore", "Line 2: the heading \"hautscore\" is mapped twice.")]
    public void A_wrong_mapping_says_where_and_what_is_wrong(string csv, string problem)
    {
        var (mapping, problems) = HeaderMapping.Parse(csv, Examples.Checker.Dictionary);

        Assert.Null(mapping);
        Assert.Equal([problem], problems.AsEnumerable());
    }

    [Fact]
    public void A_mapping_written_out_reads_back()
    {
        var mapping = HeaderMapping.Parse("mrss_total,\"Haut, \"\"Score\"\"\"\nignore,备注2", Examples.Checker.Dictionary).Mapping!;

        Assert.Equal(mapping.Lines.AsEnumerable(), HeaderMapping.Parse(mapping.ToCsv(), Examples.Checker.Dictionary).Mapping!.Lines.AsEnumerable());
    }

    [Fact]
    public void A_likely_heading_is_proposed_for_the_mapping() =>
        Assert.Equal([new ProposedHeading("albumine", "albumin_g_l")], Check("", "subject_id,study_day,mrss_total,albumine\nS1,1,20,40\n").ProposedMapping.AsEnumerable());

    private static CheckedDocument Check(string mapping, string csv) =>
        Examples.Check(new CheckingOptions(), Examples.Alone, Examples.Workbook(Examples.Sheet("Sheet1", csv)), mapping);
}
