using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SscPipeline.Workflows;
using SscPipeline.Workflows.Settings;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddSscPipeline(builder.Configuration);
    builder.Services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = null);
    builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    await builder.Build().RunAsync();
    return Environment.ExitCode;
}
catch (SettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
