using SscPipeline.Domain.Checking;
using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Identifiers;

/// <summary>A subject of two to four Han characters and nothing else is a name, not a pseudonym; so is such a name of a sheet that holds
/// one subject's rows, when it begins with a surname.</summary>
internal static class NamesAsSubjects
{
    /// <summary>The most frequent surnames of China; together they name about nine people of ten.</summary>
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

    public static void Find(IEnumerable<SheetTable> tables, FindingLog log)
    {
        foreach (var table in tables)
        {
            if (!table.NamesSubjects && IsHanName(table.Sheet) && Surnames.Contains(table.Sheet[0], StringComparison.Ordinal))
            {
                log.Add(Finding.OfFile("SSC-093", IssueDetail.Phrase("where", "The name of a sheet"), IssueDetail.Phrase("class", "a name")));
            }

            for (var i = 0; i < table.Subjects.Length; i++)
            {
                if (table.Subjects[i] is { } subject && IsHanName(subject))
                {
                    log.Add(Finding.OfCell("SSC-092", table, table.RowNumbers[i], table.SubjectColumn, IssueDetail.Phrase("class", "a name")));
                }
            }
        }
    }

    private static bool IsHanName(string text) => text.Length is >= 2 and <= 4 && text.All(letter => letter is >= '\u4E00' and <= '\u9FFF');
}
