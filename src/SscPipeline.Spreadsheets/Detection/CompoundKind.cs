using SscPipeline.Spreadsheets.Limits;

namespace SscPipeline.Spreadsheets.Detection;

/// <summary>Tells an <c>.xls</c> workbook from everything else in an OLE2 compound file.</summary>
internal static class CompoundKind
{
    private static readonly (string Stream, string Name)[] s_foreign =
    [
        ("WordDocument", "a Word document (.doc)"),
        ("PowerPoint Document", "a PowerPoint presentation (.ppt)"),
        ("VisioDocument", "a Visio drawing"),
        ("__properties_version1.0", "an Outlook message (.msg)"),
        ("!_StringData", "a Windows installer"),
    ];

    /// <exception cref="UnreadableWorkbookException">No workbook, or one that asks for a password.</exception>
    public static void EnsureWorkbook(CompoundFile file)
    {
        if (file.Has("EncryptedPackage"))
        {
            throw UnreadableWorkbookException.Password("an .xlsx workbook with a password");
        }

        if (file.Has("Workbook") || file.Has("Book"))
        {
            return;
        }

        var name = s_foreign.Where(one => file.Has(one.Stream)).Select(one => one.Name).FirstOrDefault();
        throw UnreadableWorkbookException.Foreign(name ?? "an Office document that is no workbook");
    }
}
