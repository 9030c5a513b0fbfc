using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Takes the same configuration as the published builder. What it builds cannot talk to a Functions host: it says so and stops.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    private readonly HostApplicationBuilder inner;

    internal FunctionsApplicationBuilder(string[] args) => inner = new HostApplicationBuilder(args);

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)inner).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => inner.Configuration;

    public ConfigurationManager Configuration => inner.Configuration;

    public IHostEnvironment Environment => inner.Environment;

    public ILoggingBuilder Logging => inner.Logging;

    public IMetricsBuilder Metrics => inner.Metrics;

    public IServiceCollection Services => inner.Services;

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        inner.ConfigureContainer(factory, configure);

    public IHost Build()
    {
        var nothingToRun = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = Environment.ApplicationName });
        nothingToRun.Services.AddHostedService<NoFunctionsHost>();
        return nothingToRun.Build();
    }
}
