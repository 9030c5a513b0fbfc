namespace SscPipeline.Testing;

/// <summary>A fact about files that are not part of the product; it is skipped, with the reason, where the variable is not set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhereSetAttribute : Xunit.FactAttribute
{
    public FactWhereSetAttribute(string variable)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            Skip = $"{variable} names no folder.";
        }
    }
}
