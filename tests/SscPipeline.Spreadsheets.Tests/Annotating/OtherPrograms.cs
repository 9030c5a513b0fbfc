using System.Diagnostics;
using SscPipeline.Domain.Workbooks;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>Programs that sites use open our copies. A program that is not installed is a skipped test, and the report of the run says so.</summary>
public sealed class OtherPrograms
{
    private static readonly string[] s_pieces = ["corners-openpyxl.xlsx", "corners-libreoffice.xlsx", "table-sheetjs.xlsx", "corners-libreoffice.xls", "corners-sheetjs.xlsb", "table-libreoffice.csv"];

    [FactWhere("soffice", "--version")]
    public void LibreOffice_opens_an_annotated_copy_and_saves_the_same_values() => InFolder((folder, files) =>
    {
        Run("soffice", ["-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", folder + "/saved", .. files]);

        Assert.All(files, file =>
        {
            var ours = Sample.Open(File.ReadAllBytes(file));
            var theirs = Sample.Open(File.ReadAllBytes(Path.Combine(folder, "saved", Path.GetFileName(file))));
            Assert.Equal(ours.Sheets.Select(sheet => sheet.Name), theirs.Sheets.Select(sheet => sheet.Name));
            Assert.Equal(Shown(ours), Shown(theirs));
            Assert.DoesNotContain(theirs.Sheets.SelectMany(sheet => sheet.Comments), comment => comment.Text.Contains("ssc]", StringComparison.Ordinal));
        });
    });

    [FactWhere("/usr/bin/python3", "-c", "import openpyxl")]
    public void Openpyxl_finds_our_sheet_first_our_comments_and_links() => InFolder((_, files) => Assert.All(files, file =>
    {
        const string Script = """
            import openpyxl, sys
            book = openpyxl.load_workbook(sys.argv[1])
            first = book.worksheets[0]
            print(first.title, first["C4"].hyperlink.location[-3:], sum("[ssc]" in c.comment.text for s in book for r in s.iter_rows() for c in r if c.comment))
            """;
        Assert.Equal("Issues !B2 1", Run("/usr/bin/python3", ["-c", Script, file]).Trim());
    }));

    [FactWhere("node", "-e", "require('xlsx')")]
    public void SheetJS_finds_our_sheet_first_our_comments_and_links() => InFolder((_, files) => Assert.All(files, file =>
    {
        const string Script = """
            const b = require('xlsx').readFile(process.argv[1]);
            const all = b.SheetNames.flatMap(n => Object.values(b.Sheets[n])).filter(c => c && c.c);
            console.log(b.SheetNames[0], b.Sheets[b.SheetNames[0]].C4.l.location.slice(-3), all.filter(c => c.c[0].t.includes('[ssc]')).length);
            """;
        Assert.Equal("Issues !B2 1", Run("node", ["-e", Script, file]).Trim());
    }));

    /// <summary>LibreOffice saves a truth value as a formula, and calculates formulas anew.</summary>
    private static List<string> Shown(Workbook workbook) =>
    [
        .. from sheet in workbook.Sheets
           from row in sheet.Rows
           from cell in row.Cells
           where cell.Kind is not (CellKind.Error or CellKind.Boolean) && !cell.IsFormula
           select $"{sheet.Name}!{row.Number},{cell.Column} {cell.Shown()}",
    ];

    private static void InFolder(Action<string, List<string>> act)
    {
        var folder = Directory.CreateTempSubdirectory("ssc-annotated").FullName;
        try
        {
            act(folder, [.. s_pieces.Select(piece =>
            {
                var original = Sample.Museum(piece);
                var copy = Copies.Annotate(original, piece, Copies.Error(Sample.Open(original, piece).Sheets[0].Name, "B2"));
                var file = Path.Combine(folder, piece.Replace('.', '-') + ".xlsx");
                File.WriteAllBytes(file, copy);
                return file;
            })]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output;
    }
}
