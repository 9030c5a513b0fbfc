using SscPipeline.Domain.Checking;

namespace SscPipeline.Validation.Tests.Checks;

/// <summary>Courses are read from the columns where one document speaks of a subject, and from the joined documents where more do.</summary>
public sealed class CourseTests
{
    private const string Jumps = """
        subject_id,visit_date,study_day,mrss_total,weight_kg,height_cm,albumin_g_l,tpn
        S-001,,1,30,60,170,40,Y
        S-001,,30,10,50,164,20,N
        S-001,,91,30,60,170,40,Y
        S-002,2020-02-01,,20,60,170,40,N
        S-002,2020-03-01,,21,70,150,41,N
        """;

    [Fact]
    public void They_find_the_same_whether_another_document_names_the_subject_or_not()
    {
        var context = Examples.Alone with { Others = [Examples.Document("facts.csv", "20200101T000000000Z", [.. Examples.Check("subject_id,sex\nS-001,F\nS-002,M").Rows])] };

        var joined = Examples.Check(new CheckingOptions(), context, Examples.Workbook(Examples.Sheet("Sheet1", Jumps)));
        var alone = Examples.Check(Jumps);

        Assert.Equal(Site(alone), Site(joined));
        Assert.Equal(["SSC-024", "SSC-053", "SSC-055", "SSC-057", "SSC-058"], Site(alone).Select(issue => issue[^8..^1]).Distinct().Order(StringComparer.Ordinal));
    }

    private static string[] Site(CheckedDocument document) =>
    [
        .. document.Issues
            .Where(issue => issue.Check is "SSC-024" or "SSC-053" or "SSC-055" or "SSC-057" or "SSC-058")
            .Select(issue => $"{issue.Sheet}!{issue.Cell} {Examples.Checker.Describe(issue).Message} ({issue.Check})"),
    ];
}
