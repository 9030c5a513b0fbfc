using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Entities as OData JSON with the types that JSON does not have, straight into UTF-8.</summary>
internal sealed class EntityWriter : IDisposable
{
    private const string TypeSuffix = "@odata.type";

    /// <summary>U+2028 and the like stay escaped: the emulator takes a body that holds one raw for two lines.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All)),
        SkipValidation = true,
    };

    private readonly Utf8JsonWriter json;

    public EntityWriter(IBufferWriter<byte> output) => json = new Utf8JsonWriter(output, Options);

    public void Write(TableEntity entity)
    {
        json.Reset();
        json.WriteStartObject();
        var properties = entity.Enumerate();
        while (properties.MoveNext())
        {
            var (name, value) = properties.Current;
            if (value is not null && name is not (nameof(TableEntity.Timestamp) or TableEntity.ETagName))
            {
                WriteProperty(name, value);
            }
        }

        json.WriteEndObject();
        json.Flush();
    }

    public void Dispose() => json.Dispose();

    private void WriteProperty(string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case double number:
                WriteType(name, "Edm.Double");
                WriteDouble(name, number);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case DateTimeOffset time:
                WriteTime(name, time.UtcDateTime);
                break;
            case DateTime time:
                WriteTime(name, time.ToUniversalTime());
                break;
            case long number:
                WriteType(name, "Edm.Int64");
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case Guid id:
                WriteType(name, "Edm.Guid");
                json.WriteString(name, id);
                break;
            case byte[] bytes:
                WriteType(name, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            case BinaryData bytes:
                WriteType(name, "Edm.Binary");
                json.WriteBase64String(name, bytes.ToMemory().Span);
                break;
            case Enum code:
                json.WriteString(name, code.ToString());
                break;
            default:
                throw new NotSupportedException($"Property '{name}' is of type {value.GetType()}, which a table cannot hold.");
        }
    }

    private void WriteType(string name, string type)
    {
        Span<char> annotation = stackalloc char[256 + 16];
        if (name.Length > 256)
        {
            annotation = new char[name.Length + TypeSuffix.Length];
        }

        name.CopyTo(annotation);
        TypeSuffix.CopyTo(annotation[name.Length..]);
        json.WriteString(annotation[..(name.Length + TypeSuffix.Length)], type);
    }

    private void WriteDouble(string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private void WriteTime(string name, DateTime utc)
    {
        Span<byte> text = stackalloc byte[28];
        Utf8Formatter.TryFormat(utc, text, out var written, new StandardFormat('O'));
        WriteType(name, "Edm.DateTime");
        json.WriteString(name, text[..written]);
    }
}
