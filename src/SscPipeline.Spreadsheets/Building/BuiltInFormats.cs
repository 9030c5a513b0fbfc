using System.Collections.Frozen;

namespace SscPipeline.Spreadsheets.Building;

/// <summary>The number formats that a file names by id only (ECMA-376 part 1, 18.8.30). Ids 27 to 36 and 50 to 58 are dates in
/// East Asian editions and are not used elsewhere.</summary>
internal static class BuiltInFormats
{
    private static readonly FrozenDictionary<int, string> s_codes = new Dictionary<int, string>
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "$#,##0_);($#,##0)",
        [6] = "$#,##0_);[Red]($#,##0)",
        [7] = "$#,##0.00_);($#,##0.00)",
        [8] = "$#,##0.00_);[Red]($#,##0.00)",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "mm-dd-yy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [37] = "#,##0_);(#,##0)",
        [38] = "#,##0_);[Red](#,##0)",
        [39] = "#,##0.00_);(#,##0.00)",
        [40] = "#,##0.00_);[Red](#,##0.00)",
        [41] = "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        [42] = "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)",
        [43] = "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        [44] = "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [49] = "@",
    }.ToFrozenDictionary();

    public static string Code(int id) => id switch
    {
        (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => "yyyy-mm-dd",
        (>= 32 and <= 35) or 55 or 56 => "h:mm:ss",
        _ => s_codes.GetValueOrDefault(id, "General"),
    };
}
