namespace SscPipeline.Validation.Tables;

/// <summary>The states of one column's cells, four in a byte.</summary>
internal readonly struct StateColumn(int length)
{
    private const int InByte = 4;
    private const int Bits = 2;
    private const int Mask = 3;

    private readonly byte[] packed = new byte[(length + InByte - 1) / InByte];

    public int Length { get; } = length;

    public ValueState this[int index]
    {
        get => (ValueState)((packed[index / InByte] >> Shift(index)) & Mask);
        set => packed[index / InByte] = (byte)((packed[index / InByte] & ~(Mask << Shift(index))) | ((int)value << Shift(index)));
    }

    public int Count(ValueState state)
    {
        var count = 0;
        for (var i = 0; i < Length; i++)
        {
            count += this[i] == state ? 1 : 0;
        }

        return count;
    }

    private static int Shift(int index) => index % InByte * Bits;
}
