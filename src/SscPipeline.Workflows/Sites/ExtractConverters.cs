using System.Text.Json;
using System.Text.Json.Serialization;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Workflows.Sites;

internal sealed class SubmissionIdConverter : JsonConverter<SubmissionId>
{
    public override SubmissionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SubmissionId.TryParse(reader.GetString() ?? "") ?? throw new JsonException("Not a submission id.");

    public override void Write(Utf8JsonWriter writer, SubmissionId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class VisitTimeConverter : JsonConverter<VisitTime>
{
    public override VisitTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VisitTime.TryParse(reader.GetString() ?? "") ?? throw new JsonException("Not a visit.");

    public override void Write(Utf8JsonWriter writer, VisitTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A number is a JSON number, a text a string, a date an array of one string.</summary>
internal sealed class OutcomeValueConverter : JsonConverter<OutcomeValue>
{
    public override OutcomeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return OutcomeValue.Of(reader.GetDecimal());
            case JsonTokenType.String:
                return OutcomeValue.Of(reader.GetString()!);
            case JsonTokenType.StartArray:
                reader.Read();
                var date = DateOnly.ParseExact(reader.GetString() ?? "", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                reader.Read();
                return OutcomeValue.Of(date);
            default:
                throw new JsonException("Not an outcome value.");
        }
    }

    public override void Write(Utf8JsonWriter writer, OutcomeValue value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else if (value.Date is not null)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.ToString());
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStringValue(value.Text ?? "");
        }
    }
}
