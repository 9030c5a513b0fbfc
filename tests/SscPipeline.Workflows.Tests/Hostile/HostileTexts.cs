namespace SscPipeline.Workflows.Tests.Hostile;

/// <summary>What somebody may type who means harm. Each holds the word by which it is found again.</summary>
internal static class HostileTexts
{
    public const string Canary = "CANARY";

    public static TheoryData<string> All => [.. Texts];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script src=CANARY></script>", "<img src=x onerror=CANARY>", "<svg onload=CANARY><animate onbegin=CANARY>", "\"><iframe srcdoc=CANARY>", "' onmouseover='CANARY", "\" autofocus onfocus=\"CANARY",
        "</title><base href=CANARY>", "</bdi></td></table><form action=CANARY>", "<!--CANARY", "]]><x>CANARY</x>", "<?xml CANARY?>", "&lt;b&gt;CANARY&#0;&CANARY;", "<!DOCTYPE x [<!ENTITY CANARY SYSTEM 'file:///etc/passwd'>]>",
        "=HYPERLINK(\"http://CANARY\")", "+CANARY", "-CANARY", "@SUM(CANARY)", "\tCANARY", "=cmd|' /C CANARY'!A0", "javascript:CANARY", "{CANARY}{value}{0}",
        "\u202ECANARY\u2066", "\u0001CANARY\u001F\u007F", "\uFEFFCANARY\uFFFE", "\uD800CANARY", "a/b\\c#d?e~CANARY%2F", "../../../CANARY", "..\\..\\CANARY", "CANARY\r\nfail: [0] all is well", "\u001B[2JCANARY",
        "CANARY" + new string('x', 1_018),
    ];
}
