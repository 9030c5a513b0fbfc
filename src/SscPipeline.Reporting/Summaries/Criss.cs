using SscPipeline.Reporting.Statistics;

namespace SscPipeline.Reporting.Summaries;

/// <summary>ACR-CRISS (doi:10.1002/art.39501; formula: doi:10.1002/acr.22804) and its revision (doi:10.1136/annrheumdis-2020-219100).</summary>
internal static class Criss
{
    private const double Improved = 0.60;
    private const decimal FvcShare = 5;
    private const int ItemsToImprove = 3;

    /// <summary>The probability that a patient has improved, from changes between baseline and month 12.</summary>
    public static double Probability(CoreSet change)
    {
        var x = (double)(-5.54m - (0.81m * change.Mrss) + (0.21m * change.Fvc) - (0.40m * change.PatientGlobal) - (0.44m * change.PhysicianGlobal) - (3.41m * change.HaqDi));
        return 1 / (1 + Math.Exp(-x));
    }

    public static bool IsImproved(double probability) => probability >= Improved;

    /// <summary>At least three items improve by this percentage of baseline or more, FVC by 5 %. An item of 0 at baseline cannot improve.</summary>
    public static bool IsResponder(CoreSet before, CoreSet now, int level)
    {
        var improved = 0;
        improved += Falls(before.Mrss, now.Mrss, level);
        improved += Falls(before.PatientGlobal, now.PatientGlobal, level);
        improved += Falls(before.PhysicianGlobal, now.PhysicianGlobal, level);
        improved += Falls(before.HaqDi, now.HaqDi, level);
        improved += Falls(-before.Fvc, -now.Fvc, FvcShare);
        return improved >= ItemsToImprove;
    }

    /// <summary>FVC of step 1 of ACR-CRISS: relative fall of 15 % or more to below 80 % predicted. Step 1 also asks for a confirmation within a
    /// month and for the cause, which no variable holds.</summary>
    public static bool MayBeStepOne(CoreSet before, CoreSet now) =>
        now.Fvc < 80 && Precision.Rounded(before.Fvc - now.Fvc - (0.15m * before.Fvc)) >= 0;

    private static int Falls(decimal before, decimal now, decimal percent) =>
        before != 0 && Precision.Rounded(before - now - (percent / 100 * Math.Abs(before))) >= 0 ? 1 : 0;
}
