using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>One rule about the rows of a document. It states the condition that should hold; text and severity are the
/// catalogue's.</summary>
internal interface IRecordCheck
{
    string Id { get; }

    void Run(DocumentView document, FindingLog log);
}
