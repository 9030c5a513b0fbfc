using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Entities from OData JSON with minimal metadata. Not for several threads at once.</summary>
internal sealed class EntityReader
{
    private const string Double = "Edm.Double";

    /// <summary>Names come again with every entity of a page: one string each.</summary>
    private readonly Dictionary<string, PropertyName>.AlternateLookup<ReadOnlySpan<char>> names =
        new Dictionary<string, PropertyName>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Of the entity before, in its order: mostly those of the next one too, and comparing is quicker than looking up.</summary>
    private readonly List<PropertyName> expected = [];

    private int properties;

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
        var entity = new TableEntity(properties);
        string? typedName = null;
        string? type = null;
        for (var place = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; place++)
        {
            var property = Property(ref json, place);
            json.Read();
            if (property.TypeOf is { } typed)
            {
                (typedName, type) = (typed, json.TokenType == JsonTokenType.String && json.ValueTextEquals(Double) ? Double : json.GetString());
                if (entity.TryGetValue(typedName, out var early))
                {
                    entity[typedName] = early is string text ? Typed(text, type) : early;
                }
            }
            else if (Value(ref json, property.Name == typedName ? type : null) is { } value)
            {
                entity[property.Name] = property.Name == nameof(TableEntity.Timestamp) && value is string time ? Typed(time, "Edm.DateTime") : value;
            }
        }

        properties = entity.Count;
        return entity;
    }

    private static object? Value(ref Utf8JsonReader json, string? type)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return Typed(json.GetString()!, type);
            case JsonTokenType.Number:
                return type is not Double && json.TryGetInt32(out var whole) ? (object)whole : json.GetDouble();
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
        Double => text switch
        {
            "NaN" => double.NaN,
            "Infinity" or "INF" => double.PositiveInfinity,
            "-Infinity" or "-INF" => double.NegativeInfinity,
            _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        },
        _ => text,
    };

    private PropertyName Property(ref Utf8JsonReader json, int place)
    {
        if (place < expected.Count && json.ValueTextEquals(expected[place].Wire))
        {
            return expected[place];
        }

        var property = Known(ref json);
        if (place < expected.Count)
        {
            expected[place] = property;
        }
        else
        {
            expected.Add(property);
        }

        return property;
    }

    private PropertyName Known(ref Utf8JsonReader json)
    {
        Span<char> text = stackalloc char[300];
        if (json.ValueSpan.Length > text.Length)
        {
            return new PropertyName(json.GetString()!);
        }

        var name = text[..json.CopyString(text)];
        if (!names.TryGetValue(name, out var known))
        {
            names[name] = known = new PropertyName(name.ToString());
        }

        return known;
    }
}
