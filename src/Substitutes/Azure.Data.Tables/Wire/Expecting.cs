namespace Azure.Data.Tables.Wire;

/// <summary>What else than success is a good answer, which neither throws nor counts as a failure in logs and traces.</summary>
internal enum Expecting
{
    Success,

    /// <summary>409: it is there already.</summary>
    Conflict,

    /// <summary>404: it is not there.</summary>
    Absence,
}
