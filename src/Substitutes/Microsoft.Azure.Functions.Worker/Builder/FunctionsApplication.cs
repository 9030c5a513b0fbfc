namespace Microsoft.Azure.Functions.Worker.Builder;

#pragma warning disable CA1052 // The published class can be constructed; this one has the same shape.
public class FunctionsApplication
#pragma warning restore CA1052
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
