using System.Collections.Immutable;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>The words of an annotated copy that do not come from its notes, in the language of the site.</summary>
public sealed record AnnotationTexts
{
    /// <summary>At most 25 characters, without <c>: \ / ? * [ ]</c>; a number is added when the sender has a sheet of this name.</summary>
    public required string SheetName { get; init; }

    /// <summary>Above the list.</summary>
    public required string Introduction { get; init; }

    /// <summary>Severity, sheet, cell, subject, what was seen, what to do, check: seven.</summary>
    public required ImmutableArray<string> Headings { get; init; }

    public required string Fatal { get; init; }

    public required string Error { get; init; }

    public required string Warning { get; init; }

    /// <summary>Before a fix in a comment.</summary>
    public required string WhatToDo { get; init; }

    public required string NothingFound { get; init; }

    /// <summary>Below a list that had to end; <c>{0}</c> is how many are left out.</summary>
    public required string NotListed { get; init; }

    public static AnnotationTexts English { get; } = new()
    {
        SheetName = "Issues",
        Introduction = "Please correct the marked cells in the other sheets, then send this workbook again under the name that your file had before. "
            + "This sheet and our comments are left out when it is read, so they may stay. Orange: not used until corrected. Blue: used, please check.",
        Headings = ["Severity", "Sheet", "Cell", "Subject", "What we saw", "What to do", "Check"],
        Fatal = "Fatal",
        Error = "Error",
        Warning = "Warning",
        WhatToDo = "What to do",
        NothingFound = "Nothing to correct: no check found anything wanting.",
        NotListed = "{0} more are not listed and not marked here; they are often one mistake repeated.",
    };

    public static AnnotationTexts Chinese { get; } = new()
    {
        SheetName = "问题清单",
        Introduction = "请在其他工作表中更正已标记的单元格，然后以原来的文件名重新提交本工作簿。读取时会忽略本工作表和我们的批注，因此可以保留。橙色：更正前不使用；蓝色：已使用，请核对。",
        Headings = ["严重程度", "工作表", "单元格", "受试者", "发现的问题", "如何处理", "检查编号"],
        Fatal = "严重错误",
        Error = "错误",
        Warning = "警告",
        WhatToDo = "如何处理",
        NothingFound = "无需更正：所有检查均未发现问题。",
        NotListed = "另有 {0} 个问题未在此列出或标记；它们往往是同一错误的重复。",
    };
}
