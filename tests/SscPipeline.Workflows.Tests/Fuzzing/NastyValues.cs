namespace SscPipeline.Workflows.Tests.Fuzzing;

/// <summary>Values at which programs stumble.</summary>
internal static class NastyValues
{
    private static readonly string[] s_texts =
    [
        "", "0", "-1", "1", "255", "65535", "65536", "1048576", "1048577", "2147483647", "2147483648", "-2147483649", "99999999999999999999", "1e308", "-1e309", "NaN",
        "A0", "XFD1048576", "XFE1", "A1048577", "A2147483647", "A1:XFD1048576", "B2:A1", "$A$1", "ZZZZZZ9", "true", "=1+1", "+1", "@SUM(A1)", "\t", "\n", "5-\n*", "-\u00A0", "\u0000",
        "\u202E", "\uFEFF", "_x0000_", "_xD800_", "&amp;", "&#0;", "&#xD800;", "&x;", "<", ">", "\"", "]]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "../../../etc/passwd", "..\\x", "~", "/", "%2F%00",
        "1,2", "1.2.3", "2,5", "<5", "24-26", "29/02/2011", "31.12.9999", "0001-01-01", "12/13/14", "Sept 5 12", "m6", "-6 months", "FVC% 6m", "mRSS BL", "subject_id", "SSC", "中中中省省", "１２", "٣",
    ];

    private static readonly int[] s_numbers =
        [0, 1, -1, 2, 3, 7, 8, 9, 16, 127, 128, 255, 256, 1023, 4095, 8224, 16384, 32767, 32768, 65535, 65536, 1 << 20, (1 << 20) + 1, int.MaxValue, int.MinValue];

    public static string Text(Random random) => random.Next(20) switch
    {
        0 => new string('x', random.Next(1, 40_000)),
        1 => string.Concat(Enumerable.Repeat(s_texts[random.Next(s_texts.Length)], random.Next(2, 300))),
        _ => s_texts[random.Next(s_texts.Length)],
    };

    public static int Number(Random random) => s_numbers[random.Next(s_numbers.Length)];
}
