namespace SscPipeline.LocalHost.Azurite;

/// <summary>The storage emulator cannot be installed or started. The message says to the operator why, and what to do.</summary>
public sealed class AzuriteUnavailableException(string message) : Exception(message);
