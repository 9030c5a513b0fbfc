namespace SscPipeline.Pages.Tests;

public enum Look
{
    Light,
    Dark,
}
