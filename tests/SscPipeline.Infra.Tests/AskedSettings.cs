using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace SscPipeline.Infra.Tests;

/// <summary>Settings that remember which of them were asked for.</summary>
internal sealed class AskedSettings(params (string Name, string Value)[] settings) : IConfiguration
{
    private readonly IConfigurationRoot inner =
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();

    public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string key]
    {
        get => Names.Add(key) ? inner[key] : inner[key];
        set => inner[key] = value;
    }

    public IConfigurationSection GetSection(string key) => new Section(this, inner.GetSection(key));

    public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren().Select(child => new Section(this, child));

    public IChangeToken GetReloadToken() => inner.GetReloadToken();

    private sealed class Section(AskedSettings asked, IConfigurationSection section) : IConfigurationSection
    {
        public string Key => section.Key;

        public string Path => section.Path;

        public string? Value
        {
            get => asked[section.Path];
            set => section.Value = value;
        }

        public string? this[string key]
        {
            get => asked[$"{section.Path}:{key}"];
            set => section[key] = value;
        }

        public IConfigurationSection GetSection(string key) => asked.GetSection($"{section.Path}:{key}");

        public IEnumerable<IConfigurationSection> GetChildren() => section.GetChildren().Select(child => new Section(asked, child));

        public IChangeToken GetReloadToken() => section.GetReloadToken();
    }
}
