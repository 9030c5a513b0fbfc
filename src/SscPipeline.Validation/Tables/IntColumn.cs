namespace SscPipeline.Validation.Tables;

/// <summary>Whole numbers of one column, one, two or four bytes each: as many as the largest needs.</summary>
internal sealed class IntColumn(int length)
{
    private sbyte[]? small = new sbyte[length];
    private short[]? medium;
    private int[]? large;

    public int Length { get; } = length;

    public int this[int index]
    {
        get => small is not null ? small[index] : medium is not null ? medium[index] : large![index];
        set
        {
            if (small is not null && value is < sbyte.MinValue or > sbyte.MaxValue)
            {
                (medium, small) = (Array.ConvertAll(small, each => (short)each), null);
            }

            if (medium is not null && value is < short.MinValue or > short.MaxValue)
            {
                (large, medium) = (Array.ConvertAll(medium, each => (int)each), null);
            }

            if (small is not null)
            {
                small[index] = (sbyte)value;
            }
            else if (medium is not null)
            {
                medium[index] = (short)value;
            }
            else
            {
                large![index] = value;
            }
        }
    }
}
