namespace SscPipeline.Storage.Probing;

public enum ProbeStep
{
    Read,
    Write,
    Delete,
}
