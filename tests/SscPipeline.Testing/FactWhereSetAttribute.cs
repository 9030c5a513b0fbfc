namespace SscPipeline.Testing;

/// <summary>A fact that needs files of others or much time; it is skipped, with the reason, where the variable is not set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhereSetAttribute : Xunit.FactAttribute
{
    public FactWhereSetAttribute(string variable)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            Skip = $"{variable} is not set.";
        }
    }
}
