using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Validation.Tests.Seeded;

/// <summary>What identifies a person; the file is rejected.</summary>
internal static class IdentifierDefects
{
    public static Defect[] All { get; } =
    [
        Of("a column of names", plan => Column(plan, plan.Any("Patient name", "姓名", "患者姓名", "Initials", "Surname"), plan.Any("A. B.", "张"))),
        Of("a column of hospital numbers", plan => Column(plan, plan.Any("MRN", "住院号", "Hospital no", "病历号"), "12")),
        Of("a column of telephone numbers", plan => Column(plan, plan.Any("Phone", "手机号", "联系方式"), "")),
        Of("a telephone number in a comment", plan => InComment(plan, plan.Any("call 13812345678", "tel 021-64370045", "家属电话 139 1234 5678", "+44 20 7946 0958"))),
        Of("a mail address in a comment", plan => InComment(plan, "write to someone@example.org")),
        Of("an identity number in a comment", plan => InComment(plan, plan.Any("11010519491231002X", "身份证11010519491231002X", "123-45-6789"))),
        Of("an address in a comment", plan => InComment(plan, plan.Any("住上海市黄浦区人民路12号", "北京市朝阳区建国路"))),
        Of("a telephone number in a note", plan => InNote(plan, "ring 13812345678 first")),
        Of("a mail address in a property", InProperty),
    ];

    private static Defect Of(string name, Func<Planting, bool> plant) => new(name, plant) { IsFatal = true };

    private static bool Column(Planting plan, string heading, string text)
    {
        plan.Book.OtherColumns.Add((heading, text));
        return plan.Expect(plan.Book, heading, "SSC-091");
    }

    private static bool InComment(Planting plan, string text) => plan.Habits.Layout is Layout.Long or Layout.LongWithFacts or Layout.SheetPerVisit
        && plan.Replace(plan.Visit(), "comment", text, "SSC-092");

    private static bool InNote(Planting plan, string text)
    {
        if (plan.Visit() is not { } visit)
        {
            return false;
        }

        plan.Book.Notes.Add((visit, "mrss_total", text));
        return plan.Expect(visit, "mrss_total", "SSC-092");
    }

    private static bool InProperty(Planting plan)
    {
        plan.Book.Texts.Add(new WorkbookText("document property \"creator\"", "someone@example.org"));
        return plan.Expect("", "", "SSC-093");
    }
}
