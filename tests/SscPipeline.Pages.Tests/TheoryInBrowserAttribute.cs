namespace SscPipeline.Pages.Tests;

/// <summary>A theory about a page as a browser shows it; it is skipped, with the reason, where no Chromium is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryInBrowserAttribute : TheoryAttribute
{
    public TheoryInBrowserAttribute()
    {
        if (Browser.Executable is null)
        {
            Skip = "No chromium is installed on this machine.";
        }
    }
}
