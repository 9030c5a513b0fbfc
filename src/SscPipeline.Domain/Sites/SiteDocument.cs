using System.Collections.Immutable;
using SscPipeline.Domain.Outcomes;
using SscPipeline.Domain.Submissions;

namespace SscPipeline.Domain.Sites;

/// <summary>The rows of one submission of a document; of the current one, unless said otherwise.</summary>
public sealed record SiteDocument(string Document, SubmissionId Submission, ImmutableArray<OutcomeRow> Rows);
