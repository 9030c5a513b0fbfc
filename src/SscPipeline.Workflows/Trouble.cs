using SscPipeline.Storage;
using SscPipeline.Workflows.Settings;

namespace SscPipeline.Workflows;

/// <summary>What went wrong around the pipeline, in words for whoever runs it.</summary>
public static class Trouble
{
    /// <summary>A wrong setting or a fault of storage in one message; null for anything else, which is a fault of ours.</summary>
    public static string? Explain(Exception exception) => exception is SettingException ? exception.Message : StorageFault.Explain(exception);
}
