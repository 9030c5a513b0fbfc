using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SscPipeline.Reporting.Summaries;

/// <summary>The numbers of one cut-off. Its JSON form is a contract (<c>summary.schema.json</c>): members are only ever added.
/// Numbers are unrounded, statistics that do not exist are null.</summary>
public sealed record Summary
{
    public int SchemaVersion { get; init; } = 1;

    public required string Study { get; init; }

    public required string Audience { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required DateTimeOffset CutOff { get; init; }

    public required string DictionaryVersion { get; init; }

    /// <summary>Since when no site sent anything that counts and no setting has changed; absent when something is new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? NothingNewSince { get; init; }

    public required ImmutableSortedDictionary<string, string> Settings { get; init; }

    public required Population Population { get; init; }

    public required ImmutableArray<Measure> Measures { get; init; }

    /// <summary>The same measures, all sites together, under the other rule for visit windows.</summary>
    public required Sensitivity Sensitivity { get; init; }

    public required IldResponse IldResponse { get; init; }

    public required Nutrition Nutrition { get; init; }

    public required AdverseEvents AdverseEvents { get; init; }

    public required ImmutableArray<SiteActivity> Sites { get; init; }

    public required ImmutableArray<LiteratureStudy> Literature { get; init; }

    /// <summary>Courses of single subjects; empty for the public audience and in studies too large to draw anybody.</summary>
    public ImmutableArray<SubjectCourse> Subjects { get; init; } = [];

    /// <summary>By scope and month.</summary>
    public ImmutableArray<SkinClassRow> SkinClasses { get; init; } = [];

    /// <summary>By variable and scope.</summary>
    public ImmutableArray<LungSlope> LungSlopes { get; init; } = [];

    /// <summary>By scope.</summary>
    public ImmutableArray<Exposure> Exposure { get; init; } = [];

    /// <summary>By scope, group and level.</summary>
    public ImmutableArray<EventRate> EventRates { get; init; } = [];

    /// <summary>Null for the public audience.</summary>
    public Composite? Composite { get; init; }

    /// <summary>Null for the public audience.</summary>
    public Quality? Quality { get; init; }
}

/// <param name="WindowRule"><c>strict</c> or <c>contiguous</c>.</param>
public sealed record Sensitivity(string WindowRule, ImmutableArray<Measure> Measures)
{
    public ImmutableArray<SkinClassRow> SkinClasses { get; init; } = [];

    public ImmutableArray<LungClassRow> LungClasses { get; init; } = [];

    public ImmutableArray<CompositeRow> Composite { get; init; } = [];
}
