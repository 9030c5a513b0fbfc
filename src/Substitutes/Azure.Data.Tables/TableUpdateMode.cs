namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Properties that the entity does not name stay as they are.</summary>
    Merge = 0,

    Replace = 1,
}
