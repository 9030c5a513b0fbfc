namespace SscPipeline.Spreadsheets.Xlsx;

/// <summary>Names of parts inside a package: forward slashes, no leading slash.</summary>
internal static class PartName
{
    public static string Normalise(string name) => name.Replace('\\', '/').TrimStart('/');

    /// <summary><c>xl/workbook.xml</c> becomes <c>xl/_rels/workbook.xml.rels</c>.</summary>
    public static string OfRelationships(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    /// <summary>A target that starts with a slash counts from the package, any other from the folder of <paramref name="source"/>.</summary>
    public static string Resolve(string source, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = path.StartsWith('/') ? [] : new List<string>(source.Split('/')[..^1]);
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
