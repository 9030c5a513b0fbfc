using SscPipeline.Reporting.Html;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Pages;

/// <summary>How classes, slopes, exposure, rates and agreement are made.</summary>
internal static class MethodNotes
{
    public static Markup Write() => Markup.Of($"""
        <h3>Classes, slopes, exposure and rates</h3>
        <ul>
        <li>Skin: a decrease of 5 points or more matters to patients with diffuse disease, one of 3 to all (doi:10.1186/s13075-019-1809-y). A progressor is worse by more than 5 points and by at least 25 %.</li>
        <li>Lung: 3.0 points of FVC % predicted matter to patients (doi:10.1164/rccm.201709-1845OC). The physiology of progressive fibrosis (PPF) is a fall of FVC by 5 points or more, or of DLCO by 10 or more, within a year (doi:10.1164/rccm.202202-0399ST); it is one of three criteria and not a diagnosis.
        DLCO corrected for haemoglobin is used where both visits have it, otherwise uncorrected DLCO at both; the table says how many of each. Without DLCO, FVC alone decides.</li>
        <li>FVC per year: for each subject the least-squares slope through all values on treatment (day −30 to 30 days after the last dose) by actual study day, a year being 365.25 days; then mean, SD and Student's t of the slopes, each subject counting once. A subject needs values over at least {LungSlopes.ShortestDays} days (first dose to the window of month 6):
        FVC repeats to within 150 mL, and over a month that would be a slope of 1,800 mL a year. Two values suffice: asking for more leaves out those who were seen less often.</li>
        <li>Treated time runs from the first dose to the last; while treatment goes on to the cut-off, or to the last visit where no start date is known. A dose holds from the visit that gives it to the next one; before the first of them the subject's own dose holds, else that of the first visit.</li>
        <li>Rates: events that began from the first dose to 30 days after the last (or on a day not known) by treated time of all subjects, with exact Poisson intervals. Repeated events of one subject count each, so the interval is too narrow where events cluster in a few. Terms are CTCAE terms where sent, else the site's words; no organ classes are collected.</li>
        <li>Composite indices need all five items at baseline and at month 12. ACR-CRISS: doi:10.1002/art.39501; revised CRISS: doi:10.1136/annrheumdis-2020-219100, an item of 0 at baseline cannot improve. Step 1 is not applied, as no variable holds its events.</li>
        <li>Agreement is of all visits that have both values: mean difference ± 1.96 SD. Visits of one subject are not independent, so the limits describe and do not test.</li>
        </ul>

        """);
}
