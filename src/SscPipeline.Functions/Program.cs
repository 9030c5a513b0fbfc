using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Settings;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.Services.AddSscPipeline(builder.Configuration);
    await builder.Build().RunAsync();
    return Environment.ExitCode;
}
catch (SettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
