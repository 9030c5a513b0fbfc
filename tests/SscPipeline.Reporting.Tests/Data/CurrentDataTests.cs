using System.Text;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Data;
using SscPipeline.Reporting.Tables;

namespace SscPipeline.Reporting.Tests.Data;

public sealed class CurrentDataTests
{
    private static readonly Dictionary<string, string> Files = CurrentData
        .Write(Guo2012.Sites, variable => variable == Variables.MrssTotal ? "points" : "")
        .ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span));

    [Fact]
    public void Every_outcome_stands_in_a_row_with_its_unit_and_its_cell()
    {
        var lines = Files["data/outcomes.csv"].Split('\n');

        Assert.Equal("site,subject,study_day,variable,value,unit,document,sheet,cell", lines[0]);
        Assert.Contains("site-c,SYN-C-01,185,mrss_total,23.25,points,visits.csv,Sheet1,J5", lines);
        Assert.Contains("site-c,SYN-C-01,1,tpn,Y,,visits.csv,Sheet1,R2", lines);
    }

    [Fact]
    public void As_many_rows_as_there_are_outcomes_at_visits()
    {
        var outcomes = Guo2012.Sites.SelectMany(site => site.Subjects).SelectMany(subject => subject.Visits).Sum(visit => visit.Values.Count);

        Assert.Equal(outcomes, CsvReader.Read(Files["data/outcomes.csv"]).Count);
    }

    [Fact]
    public void Subjects_and_adverse_events_have_a_row_each()
    {
        var subjects = CsvReader.Read(Files["data/subjects.csv"]);
        var events = CsvReader.Read(Files["data/adverse_events.csv"]);

        Assert.Equal(6, subjects.Count);
        Assert.Equal("F", subjects[0]["sex"]);
        Assert.Equal(5, events.Count);
        Assert.Equal(("431", "520", "Bone fracture", "3"), (events[2]["onset_day"], events[2]["end_day"], events[2]["ae_term"], events[2]["ae_grade"]));
    }
}
