using YamlDotNet.RepresentationModel;

namespace SscPipeline.Infra.Tests;

internal static class Yaml
{
    /// <summary>The one document of a file.</summary>
    public static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode node) =>
        node is YamlMappingNode map ? map.Children.Select(entry => (entry.Key.ToString(), entry.Value)) : [];

    public static YamlNode? Find(this YamlNode node, string key) => node.Entries().FirstOrDefault(entry => entry.Key == key).Value;

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode sequence ? sequence.Children : [];
}
