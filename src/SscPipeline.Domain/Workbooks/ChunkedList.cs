namespace SscPipeline.Domain.Workbooks;

/// <summary>A list that grows without copying what it has, in pieces that the garbage collector can move.</summary>
internal sealed class ChunkedList<T>
{
    private const int Bits = 11;
    private const int Size = 1 << Bits;
    private const int Smallest = 8;

    private T[][] chunks = [[]];

    public int Count { get; private set; }

    public T this[int index] => index < Count ? chunks[index >> Bits][index & (Size - 1)] : throw new ArgumentOutOfRangeException(nameof(index));

    public void Add(T item)
    {
        var (chunk, at) = (Count >> Bits, Count & (Size - 1));
        if (chunk == chunks.Length)
        {
            Array.Resize(ref chunks, chunks.Length * 2);
        }

        if (chunks[chunk] is not { } filled)
        {
            chunks[chunk] = filled = new T[Size];
        }
        else if (at == filled.Length)
        {
            Array.Resize(ref filled, Math.Max(Smallest, filled.Length * 2));
            chunks[chunk] = filled;
        }

        filled[at] = item;
        Count++;
    }
}
