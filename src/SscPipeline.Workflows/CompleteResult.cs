namespace SscPipeline.Workflows;

/// <param name="Published">Reports of a claimed period that were made up for.</param>
/// <param name="Delivered">Deliveries that succeeded now.</param>
/// <param name="Undelivered">Deliveries of the newest reports that are still open or have failed for good.</param>
public sealed record CompleteResult(int Published, int Delivered, int Undelivered);
