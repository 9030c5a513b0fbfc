using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Guides;
using SscPipeline.Domain.Outcomes;

namespace SscPipeline.Reporting.Guides;

/// <summary>The words between the entries of the dictionary, in one language.</summary>
internal sealed record GuideWords
{
    public static GuideWords English { get; } = new()
    {
        Title = "Data dictionary",
        Introduction = "What is collected, how it may be written, and what is checked. A heading is understood whatever its case, spaces and signs, alone or with any unit of its variable, such as FVC (mL).",
        Version = "Version",
        Sections = "Sections",
        Variables = "Variables",
        Units = "Units",
        Checks = "Checks",
        Variable = "Variable",
        Name = "Name for programs",
        Unit = "Unit",
        Possible = "Possible",
        Usual = "Usual",
        Tables = "Tables",
        Type = "Type",
        Codes = "Codes",
        Source = "Source",
        Note = "Note",
        Required = "must be filled in",
        Derived = "computed here, never sent",
        DerivedWhenAbsent = "computed here when it is not sent",
        Headings = "Headings that are understood",
        Spellings = "Accepted spellings of the codes",
        Accepted = "As sites write it",
        Factor = "Multiplied by",
        OnlyFor = "Only for",
        Check = "Check",
        Holds = "What should hold",
        Kind = "Kind",
        Consequence = "When it does not",
        Threshold = "Threshold",
        Message = "What the receipt says",
        Fix = "What to do",
        To = " to ",
        UnitNote = "Values in another unit are converted when the heading, a row of units or the cell itself names it; a unit is never guessed from a value.",
        CheckNote = "Words in braces stand for what was seen.",
    };

    public static GuideWords Chinese { get; } = new()
    {
        Title = "数据字典",
        Introduction = "收集哪些数据、可以怎样填写、会做哪些检查。列标题不区分大小写、空格和符号，可以单独使用，也可以附上该变量的任一单位，例如 FVC (mL)。",
        Version = "版本",
        Sections = "章节",
        Variables = "变量",
        Units = "单位",
        Checks = "检查",
        Variable = "变量",
        Name = "程序用名称",
        Unit = "单位",
        Possible = "可能范围",
        Usual = "常见范围",
        Tables = "所在表",
        Type = "类型",
        Codes = "代码",
        Source = "依据",
        Note = "说明",
        Required = "必填",
        Derived = "由本程序计算，不需提交",
        DerivedWhenAbsent = "未提交时由本程序计算",
        Headings = "可识别的列标题",
        Spellings = "代码的可接受写法",
        Accepted = "各中心的写法",
        Factor = "乘以",
        OnlyFor = "仅用于",
        Check = "检查",
        Holds = "应满足的条件",
        Kind = "类别",
        Consequence = "不满足时",
        Threshold = "阈值",
        Message = "回执中的说明",
        Fix = "处理方法",
        To = " 至 ",
        UnitNote = "如列标题、单位行或单元格本身写明了其他单位，数值会自动换算；从不根据数值猜测单位。",
        CheckNote = "花括号中的词代表实际看到的内容。",
    };

    public required string Title { get; init; }

    public required string Introduction { get; init; }

    public required string Version { get; init; }

    public required string Sections { get; init; }

    public required string Variables { get; init; }

    public required string Units { get; init; }

    public required string Checks { get; init; }

    public required string Variable { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required string Possible { get; init; }

    public required string Usual { get; init; }

    public required string Tables { get; init; }

    public required string Type { get; init; }

    public required string Codes { get; init; }

    public required string Source { get; init; }

    public required string Note { get; init; }

    public required string Required { get; init; }

    public required string Derived { get; init; }

    public required string DerivedWhenAbsent { get; init; }

    public required string Headings { get; init; }

    public required string Spellings { get; init; }

    public required string Accepted { get; init; }

    public required string Factor { get; init; }

    public required string OnlyFor { get; init; }

    public required string Check { get; init; }

    public required string Holds { get; init; }

    public required string Kind { get; init; }

    public required string Consequence { get; init; }

    public required string Threshold { get; init; }

    public required string Message { get; init; }

    public required string Fix { get; init; }

    public required string To { get; init; }

    public required string UnitNote { get; init; }

    public required string CheckNote { get; init; }

    private bool IsChinese => this == Chinese;

    public static GuideWords Of(Language language) => language == Language.Chinese ? Chinese : English;

    public string Range(GuideRange range) => range switch
    {
        { IsOpen: true } => "",
        { Max: null } => $"≥ {range.Min}",
        { Min: null } => $"≤ {range.Max}",
        _ => $"{range.Min}{To}{range.Max}",
    };

    public string TablesOf(GuideVariable variable) => string.Join(IsChinese ? "、" : ", ", variable.Tables.Select(Table));

    public string TypeOf(GuideVariable variable) => variable.Type switch
    {
        "Integer" => IsChinese ? "整数" : "whole number",
        "Decimal" => IsChinese ? "数字" : "number",
        "Dose" => IsChinese ? "每日剂量" : "dose per day",
        "Code" => IsChinese ? "代码" : "code",
        "Flag" => IsChinese ? "是或否" : "yes or no",
        "Date" => IsChinese ? "日期" : "date",
        _ => IsChinese ? "文字" : "text",
    };

    public string KindOf(GuideCheck check) => check.Category switch
    {
        _ when !IsChinese => check.Category,
        "Conformance" => "符合性",
        "Completeness" => "完整性",
        _ => "合理性",
    };

    public string ConsequenceOf(GuideCheck check) => (check.Severity, check.Withholds) switch
    {
        (Severity.Fatal, _) => IsChinese ? "整个文件被拒收" : "the file is rejected",
        (Severity.Error, "Row") => IsChinese ? "该行不予采用" : "the row is withheld",
        (Severity.Error, "Value") => IsChinese ? "该值不予采用" : "the value is withheld",
        (Severity.Error, _) => IsChinese ? "该列不读取" : "the column is not read",
        _ => IsChinese ? "询问中心，数据照用" : "the site is asked, all is used",
    };

    private string Table(RecordKind table) => table switch
    {
        RecordKind.Subject => IsChinese ? "受试者" : "Subjects",
        RecordKind.Visit => IsChinese ? "访视" : "Visits",
        _ => IsChinese ? "不良事件" : "Adverse events",
    };
}
