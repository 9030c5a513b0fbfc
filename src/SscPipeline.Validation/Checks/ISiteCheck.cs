using SscPipeline.Validation.Tables;

namespace SscPipeline.Validation.Checks;

/// <summary>One rule about a document together with the site's others. It can only warn: what another document says withholds nothing of
/// this one.</summary>
internal interface ISiteCheck
{
    string Id { get; }

    void Run(SiteView site, FindingLog log);
}
