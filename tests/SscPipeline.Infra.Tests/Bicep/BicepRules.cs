using System.Text.RegularExpressions;

namespace SscPipeline.Infra.Tests.Bicep;

/// <summary>What a compiler would say, as far as it can be told without one. Each rule lists what is wrong.</summary>
internal static partial class BicepRules
{
    private static readonly string[] Functions =
    [
        "uniqueString", "take", "resourceGroup", "utcNow", "toLower", "environment", "filter", "empty", "guid", "subscriptionResourceId", "union", "listKeys",
        "indexOf", "readEnvironmentVariable",
    ];

    public static IEnumerable<string> Undeclared(BicepFile file)
    {
        var declared = file.Declarations.Select(declaration => declaration.Name).ToHashSet(StringComparer.Ordinal);
        return file.Uses.Where(use => !declared.Contains(use.Text)).Select(use => Problem(file, use.Line, $"'{use.Text}' is not declared"))
            .Concat(file.Calls.Where(call => !Functions.Contains(call.Text) && call.Text is not ("if" or "in" or "for"))
                .Select(call => Problem(file, call.Line, $"there is no function '{call.Text}'")));
    }

    public static IEnumerable<string> Twice(BicepFile file) =>
        from names in file.Declarations.Where(declaration => declaration.Kind is not ("for" or "output")).GroupBy(declaration => declaration.Name, StringComparer.Ordinal)
        where names.Count() > 1
        select Problem(file, names.Last().Line, $"'{names.Key}' is declared twice");

    public static IEnumerable<string> Unused(BicepFile file)
    {
        var used = file.Uses.Select(use => use.Text).ToHashSet(StringComparer.Ordinal);
        return
            from declaration in file.Declarations
            where declaration.Kind is "param" or "var" or "type" or "for" || declaration.IsExisting
            where !used.Contains(declaration.Name)
            select Problem(file, declaration.Line, $"'{declaration.Name}' is never used");
    }

    public static IEnumerable<string> Modules(BicepFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        var modules = new Dictionary<string, BicepFile>(StringComparer.Ordinal);
        foreach (var module in file.Declarations.Where(declaration => declaration.Kind == "module"))
        {
            if (!File.Exists(Path.Combine(folder, module.Of)))
            {
                yield return Problem(file, module.Line, $"there is no module '{module.Of}'");
                continue;
            }

            var target = modules[module.Name] = BicepFile.Load(Path.Combine(folder, module.Of));
            var given = file.KeysUnder(module, "params").Select(key => key.Text).ToList();
            foreach (var strange in given.Except(target.Names("param"), StringComparer.Ordinal))
            {
                yield return Problem(file, module.Line, $"module '{module.Of}' has no parameter '{strange}'");
            }

            foreach (var missing in Required(target).Except(given, StringComparer.Ordinal))
            {
                yield return Problem(file, module.Line, $"module '{module.Of}' needs the parameter '{missing}'");
            }
        }

        foreach (var (module, output) in file.Outputs())
        {
            if (modules.TryGetValue(module, out var target) && !target.Names("output").Contains(output.Text))
            {
                yield return Problem(file, output.Line, $"module '{module}' has no output '{output.Text}'");
            }
        }
    }

    public static IEnumerable<string> Versions(BicepFile file) =>
        file.Declarations
            .Where(declaration => declaration.Kind == "resource")
            .Where(declaration => declaration.Of.Contains('.', StringComparison.Ordinal) ? !Dated().IsMatch(declaration.Of) : !IsNested(file, declaration))
            .Select(declaration => Problem(file, declaration.Line, $"'{declaration.Of}' has no dated API version"));

    /// <summary>Values given in a file of parameters.</summary>
    public static IEnumerable<string> Parameters(BicepFile values, BicepFile main) =>
        values.Names("param").Except(main.Names("param"), StringComparer.Ordinal).Select(name => $"{values.Path}: there is no parameter '{name}'")
            .Concat(Required(main).Except(values.Names("param"), StringComparer.Ordinal).Select(name => $"{values.Path}: the parameter '{name}' needs a value"));

    /// <summary>A constant of a role bears the role's name, so that a reader need not look the number up.</summary>
    public static IEnumerable<string> Roles(BicepFile file, IReadOnlyDictionary<string, string> known) =>
        from at in Enumerable.Range(0, file.All.Count)
        let token = file.All[at]
        where token.Kind == TokenKind.Text && Guid().IsMatch(token.Text)
        let constant = at > 1 && file.All[at - 1].Is("=") ? file.All[at - 2].Text : ""
        where known.GetValueOrDefault(token.Text) is not { } role || !role.Equals(constant, StringComparison.OrdinalIgnoreCase)
        select Problem(file, token.Line, known.TryGetValue(token.Text, out var name) ? $"{token.Text} is {name}, not '{constant}'" : $"{token.Text} is no known role");

    private static IEnumerable<string> Required(BicepFile file) =>
        file.Declarations.Where(declaration => declaration is { Kind: "param", HasValue: false }).Select(declaration => declaration.Name);

    private static bool IsNested(BicepFile file, Declaration resource)
    {
        var open = 0;
        foreach (var token in file.All.Take(resource.At))
        {
            open += token.Is("{") ? 1 : token.Is("}") ? -1 : 0;
        }

        return open > 0;
    }

    private static string Problem(BicepFile file, int line, string what) => $"{Path.GetFileName(file.Path)}:{line}: {what}";

    [GeneratedRegex(@"^Microsoft\.[A-Za-z]+(/[A-Za-z]+)+@20[0-9]{2}-[01][0-9]-[0-3][0-9](-preview)?$")]
    private static partial Regex Dated();

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Guid();
}
