using System.Collections.Immutable;
using MemoryPack;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Reporting.Summaries;

namespace SscPipeline.Reporting.Figures;

/// <summary>Figures of a site as bytes, and back: the same bytes for the same figures. Only this very version of the product reads them.</summary>
public static class FiguresFormat
{
    public static ReadOnlyMemory<byte> Write(SiteFigures site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var writer = new FigureWriter();
        writer.Text(site.Site);
        writer.Whole((long)site.Sent);
        writer.Whole(site.Subjects.Length);
        foreach (var subject in site.Subjects)
        {
            Write(writer, subject);
        }

        Write(writer, site.Columns);
        writer.Packed(site.Tables);
        return writer.Written;
    }

    /// <param name="bytes">To be left alone: the columns are read from them whenever they are asked.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged or of another version.</exception>
    public static SiteFigures Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new FigureReader(bytes);
            var site = reader.Text() ?? "";
            var sent = (ulong)reader.Whole();
            var subjects = ImmutableArray.CreateBuilder<SubjectFigures>(reader.Count());
            while (subjects.Count < subjects.Capacity)
            {
                subjects.Add(Subject(ref reader));
            }

            return new SiteFigures(site, subjects.MoveToImmutable(), Columns(ref reader), sent) { Tables = reader.Packed<SiteTables>() };
        }
        catch (Exception damaged) when (damaged is IndexOutOfRangeException or ArgumentException or OverflowException or MemoryPackSerializationException)
        {
            throw new InvalidDataException("Figures of a site are damaged or of another version.", damaged);
        }
    }

    private static void Write(FigureWriter writer, SubjectFigures subject)
    {
        writer.Text(subject.Subject);
        writer.Byte(subject.HasSubjectRow ? (byte)1 : (byte)0);
        writer.Text(subject.Sex);
        writer.Text(subject.Ild);
        writer.Number(subject.Dose);
        writer.Day(subject.StartDate?.DayNumber);
        writer.Whole(subject.StartDay);
        writer.Day(subject.LastDoseDay);
        writer.Whole(subject.FirstRow);
        writer.Whole(subject.Rows);
        writer.Whole(subject.VisitsWithoutDay);
        writer.Whole(subject.Events.Length);
        foreach (var adverseEvent in subject.Events)
        {
            writer.Day(adverseEvent.OnsetDay);
            writer.Day(adverseEvent.EndDay);
            foreach (var value in adverseEvent.Values)
            {
                writer.Byte(value.IsCensored ? (byte)1 : (byte)0);
                writer.Value(value.Value);
            }
        }
    }

    private static SubjectFigures Subject(ref FigureReader reader)
    {
        var subject = new SubjectFigures
        {
            Subject = reader.Text() ?? "",
            HasSubjectRow = reader.Byte() == 1,
            Sex = reader.Text(),
            Ild = reader.Text(),
            Dose = reader.Number(),
            StartDate = reader.Day() is { } start ? DateOnly.FromDayNumber(start) : null,
            StartDay = reader.Count(),
            LastDoseDay = reader.Day(),
            FirstRow = reader.Count(),
            Rows = reader.Count(),
            VisitsWithoutDay = reader.Count(),
        };
        var events = ImmutableArray.CreateBuilder<EventFigures>(reader.Count());
        while (events.Count < events.Capacity)
        {
            var (onset, end) = (reader.Day(), reader.Day());
            var values = ImmutableArray.CreateBuilder<EventValue>(FigureVariables.OfEvents.Length);
            while (values.Count < values.Capacity)
            {
                var isCensored = reader.Byte() == 1;
                values.Add(new EventValue(reader.Value(), isCensored));
            }

            events.Add(new EventFigures(onset, end, values.MoveToImmutable()));
        }

        return events.Count == 0 ? subject : subject with { Events = events.MoveToImmutable() };
    }

    private static void Write(FigureWriter writer, FigureColumns columns)
    {
        writer.Whole(columns.Rows);
        for (var row = 0; row < columns.Rows; row++)
        {
            writer.Whole(columns.StudyDays[row]);
            writer.Text(columns.Tpn[row]);
        }

        foreach (var reason in (MissingReason[])[MissingReason.Withheld, MissingReason.NotDone])
        {
            var masks = columns.Masks(reason);
            writer.Whole(masks.Length);
            foreach (var mask in masks)
            {
                writer.Whole((long)mask);
            }
        }

        for (var place = 0; place < FigureVariables.Numbers.Length; place++)
        {
            writer.Column(columns.Column(place));
        }
    }

    private static FigureColumns Columns(ref FigureReader reader)
    {
        var columns = new FigureColumns(reader.Count());
        for (var row = 0; row < columns.Rows; row++)
        {
            columns.StudyDays[row] = reader.Count();
            columns.Tpn[row] = reader.Text();
        }

        foreach (var reason in (MissingReason[])[MissingReason.Withheld, MissingReason.NotDone])
        {
            var masks = new ulong[reader.Count()];
            for (var row = 0; row < masks.Length; row++)
            {
                masks[row] = (ulong)reader.Whole();
            }

            columns.SetMasks(reason, masks);
        }

        for (var place = 0; place < FigureVariables.Numbers.Length; place++)
        {
            if (reader.Column(columns.Rows) is { } column)
            {
                columns.SetColumn(place, column);
            }
        }

        return columns;
    }
}
