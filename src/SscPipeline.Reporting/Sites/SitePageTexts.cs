using SscPipeline.Domain;
using SscPipeline.Domain.Checking;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Sites;

/// <summary>Every word of a site's page, in both languages side by side.</summary>
internal sealed class SitePageTexts
{
    private readonly bool isChinese;

    private SitePageTexts(Language language) => isChinese = language == Language.Chinese;

    public string Title => Say("Site {0}: what was sent, what is open, what is missing", "研究中心 {0}：已提交、待处理与缺失的数据");

    public string Made => Say("Made", "生成时间");

    public string Dictionary => Say("dictionary", "数据字典");

    public string AllWell => Say("Everything is in order: nothing is open and nothing is due.", "一切正常：没有待处理的问题，也没有缺失的数据。");

    public string SomethingToDo => Say("There is something to do: see the open issues and what is still missing below.", "有需要处理的内容：请查看下面的待处理问题和缺失数据。");

    public string NothingInUse => Say("None of what was sent is in use. Please look at the receipts below.", "已提交的内容均未被采用，请查看下面的回执。");

    public string DocumentsInUse => Say("Documents in use", "采用中的文件");

    public string Subjects => Say("Subjects", "受试者");

    public string RowsUsed => Say("Rows used", "采用的行数");

    public string ValuesUsed => Say("Values used", "采用的数值");

    public string Withheld => Say("withheld", "未采用");

    public string OpenIssues => Say("Open issues", "待处理问题");

    public string StillMissing => Say("Still missing", "尚缺内容");

    public string OpenHeading => Say("Open issues of the documents in use", "采用中文件的待处理问题");

    public string NoDocuments => Say("No document is in use yet.", "目前没有采用中的文件。");

    public string Received => Say("Received", "接收时间");

    public string Receipt => Say("receipt", "回执");

    public string AnnotatedCopy => Say("annotated copy", "批注副本");

    public string NothingOpen => Say("Nothing is open.", "没有待处理问题。");

    public string MoreInReceipt => Say("more; the receipt lists them.", "个问题未在此列出，见回执。");

    public string NotReviewed => Say(
        "Shown as in its receipt: it was not checked again together with later documents, because the site's documents are large or the checks have changed since.",
        "按回执内容显示：由于文件较大或检查规则已更新，未与之后的文件一起重新检查。");

    public string WhatToDo => Say("What to do:", "处理方法：");

    public string And => Say("and", "另有");

    public string More => Say("more", "项");

    public string TheFile => Say("the file", "整个文件");

    public string LaterHeading => Say("What later documents changed in earlier ones", "后来的文件对先前文件的影响");

    public string NothingLater => Say("Nothing: what the receipts of the documents in use say still holds.", "无影响：采用中文件的回执内容仍然有效。");

    public string LaterNote => Say(
        "The receipts below say what was known when they were written. Since then other documents of the site have come.",
        "以下回执反映的是其生成时的情况；此后本中心又有其他文件到达。");

    public string CameLater => Say("Came later:", "之后到达：");

    public string Settled => Say("Settled since then", "此后已解决");

    public string Broken => Say("New: please check", "新出现，请核对");

    public string StillWithheld => Say(
        "What an error withheld stays withheld until the document is read again. Please ask the data manager for:",
        "因错误而未采用的数据，需重新读取该文件后才会被采用。请联系数据管理员执行：");

    public string NothingMissing => Say("Nothing that is due is missing.", "没有到期而缺失的内容。");

    public string WaitingCaption => Say("Subjects whose data wait for something", "数据尚待补充的受试者");

    public string Subject => Say("Subject", "受试者");

    public string WaitsFor => Say("Waits for", "尚待");

    public string DueCaption => Say("Visits and values that are due", "到期而缺失的访视和数值");

    public string DueNote => Say(
        "A visit is due when the subject was treated on the first day of its window, or was seen in it, and the window is over. A value is due at a visit when the site sends that measure.",
        "受试者在访视窗第一天仍在治疗（或窗内有访视）且窗期已过，该访视即为到期；本中心报告的指标在每次访视都应有数值。");

    public string Visit => Say("Visit", "访视");

    public string StudyDays => Say("Study days", "研究日");

    public string Dates => Say("Dates", "日期");

    public string Missing => Say("Missing", "缺失");

    public string NoVisit => Say("the whole visit", "整次访视");

    public string SubmissionsHeading => Say("All submissions", "全部提交记录");

    public string SubmissionsCaption => Say("Newest first", "最新的在前");

    public string NothingSent => Say("Nothing has been sent yet.", "尚未提交任何文件。");

    public string Document => Say("Document", "文件");

    public string Verdict => Say("Verdict", "结论");

    public string Issues => Say("Issues", "问题数");

    public string Files => Say("Files", "查看");

    public string Relation => Say("Standing", "状态");

    public string InUse => Say("in use", "采用中");

    public string CameTooLate => Say("older than the one in use when it arrived", "到达时已有更新的版本");

    public string Replaces => Say("replaces", "替代");

    public string ReplacedBy => Say("replaced by", "已被替代：");

    public string DuplicateOf => Say("same bytes as", "内容相同于");

    public static SitePageTexts In(Language language) => new(language);

    public string Severity(Severity severity) => severity switch
    {
        Domain.Checking.Severity.Fatal => Say("file not used", "文件未采用"),
        Domain.Checking.Severity.Error => Say("error: withheld", "错误：未采用"),
        _ => Say("question: used", "疑问：已采用"),
    };

    public string Status(SubmissionStatus status) => status switch
    {
        SubmissionStatus.Processing => Say("being processed", "处理中"),
        SubmissionStatus.Accepted => Say("accepted", "已接受"),
        SubmissionStatus.AcceptedWithWarnings => Say("accepted, with questions", "已接受，有疑问"),
        SubmissionStatus.PartiallyAccepted => Say("accepted in part", "部分接受"),
        SubmissionStatus.Rejected => Say("not accepted", "未接受"),
        SubmissionStatus.Duplicate => Say("already received", "重复提交"),
        SubmissionStatus.Failed => Say("could not be processed (our fault)", "未能处理（系统原因）"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public string VisitAt(int month) => month == 0 ? Say("Baseline", "基线") : Say($"Month {Rounded(month)}", $"第{Rounded(month)}个月");

    public string WaitingFor(WaitingSubject subject) => subject.IsKnown
        ? Say($"the date of the first dose ({Rounded(subject.VisitsWithoutDay)} visits by date have no study day yet)", $"首次用药日期（{Rounded(subject.VisitsWithoutDay)}次按日期记录的访视尚无研究日）")
        : Say("a table of subjects that names it (sex, height, first and last dose)", "受试者信息表（性别、身高、首次和末次用药）");

    public string Measure(string variable) => isChinese
        ? variable switch
        {
            Variables.MrssTotal => "改良Rodnan皮肤评分（mRSS）",
            Variables.FvcPctPred => "FVC占预计值%",
            Variables.DlcoPctPred => "DLCO占预计值%",
            Variables.Albumin => "血清白蛋白",
            Variables.WeightKg => "体重",
            _ => variable,
        }
        : MeasureDefinition.Of(variable).Label;

    private static string Rounded(int number) => Html.Rounded.Count(number);

    private string Say(string english, string chinese) => isChinese ? chinese : english;
}
