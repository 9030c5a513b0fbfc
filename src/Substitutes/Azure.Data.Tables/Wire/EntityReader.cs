using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Entities from OData JSON with minimal metadata. Not for several threads at once.</summary>
internal sealed class EntityReader
{
    private const string TypeSuffix = "@odata.type";

    /// <summary>Names and types come again with every entity of a page: one string each.</summary>
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary><c>{"odata.metadata":..., "value":[{...}, ...]}</c></summary>
    public List<TableEntity> ReadPage(ReadOnlyMemory<byte> body)
    {
        var entities = new List<TableEntity>();
        var json = new Utf8JsonReader(body.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = json.ValueTextEquals("value");
            json.Read();
            if (!isValue)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                entities.Add(ReadProperties(ref json));
            }
        }

        return entities;
    }

    public TableEntity Read(ReadOnlyMemory<byte> body)
    {
        var json = new Utf8JsonReader(body.Span);
        json.Read();
        return ReadProperties(ref json);
    }

    /// <summary>The reader stands on the start of the object and is left on its end.</summary>
    private TableEntity ReadProperties(ref Utf8JsonReader json)
    {
        var entity = new TableEntity();
        string? typedName = null;
        string? type = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref json);
            json.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                (typedName, type) = (Known(name.AsSpan(0, name.Length - TypeSuffix.Length)), json.GetString());
                if (entity.TryGetValue(typedName, out var early))
                {
                    entity[typedName] = early is string text ? Typed(text, type) : early;
                }
            }
            else if (Value(ref json, name == typedName ? type : null) is { } value)
            {
                entity[name] = name == nameof(TableEntity.Timestamp) && value is string time ? Typed(time, "Edm.DateTime") : value;
            }
        }

        return entity;
    }

    private static object? Value(ref Utf8JsonReader json, string? type)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return Typed(json.GetString()!, type);
            case JsonTokenType.Number:
                return type is not "Edm.Double" && json.TryGetInt32(out var whole) ? (object)whole : json.GetDouble();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            default:
                json.Skip();
                return null;
        }
    }

    private static object Typed(string text, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "Edm.Guid" => Guid.Parse(text),
        "Edm.Binary" => Convert.FromBase64String(text),
        "Edm.Double" => text switch
        {
            "NaN" => double.NaN,
            "Infinity" or "INF" => double.PositiveInfinity,
            "-Infinity" or "-INF" => double.NegativeInfinity,
            _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        },
        _ => text,
    };

    private string Name(ref Utf8JsonReader json)
    {
        Span<char> text = stackalloc char[300];
        return json.ValueSpan.Length <= text.Length ? Known(text[..json.CopyString(text)]) : json.GetString()!;
    }

    private string Known(ReadOnlySpan<char> name)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out var known))
        {
            known = name.ToString();
            names.Add(known);
        }

        return known;
    }
}
