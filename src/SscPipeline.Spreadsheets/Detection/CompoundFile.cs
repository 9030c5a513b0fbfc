using System.Buffers.Binary;
using System.Text;

namespace SscPipeline.Spreadsheets.Detection;

/// <summary>The streams of an OLE2 compound file, the container of <c>.xls</c> and of encrypted <c>.xlsx</c> files ([MS-CFB]).</summary>
/// <remarks>Every chain is bounded by the number of sectors that the file can hold, so a circular one ends as damage.</remarks>
internal sealed class CompoundFile
{
    private const int DirectoryEntryLength = 128;
    private const uint LastRegularSector = 0xFFFFFFFA;
    private readonly Stream _file;
    private readonly int _sectorLength;
    private readonly int _miniSectorLength;
    private readonly uint _miniCutoff;
    private readonly uint[] _fat;
    private readonly uint[] _miniFat;
    private readonly byte[] _miniStream;
    private readonly Dictionary<string, (uint Start, long Length)> _streams = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">The container is broken.</exception>
    public CompoundFile(Stream file)
    {
        _file = file;
        var header = new byte[512];
        ReadAt(0, header);
        _sectorLength = 1 << Shift(header, 30, 9, 12);
        _miniSectorLength = 1 << Shift(header, 32, 6, 6);
        _miniCutoff = Number(header, 56);
        _fat = ReadFat(header);
        var directory = ReadChain(Number(header, 48), long.MaxValue);
        var root = ReadDirectory(directory);
        _miniFat = Numbers(ReadChain(Number(header, 60), long.MaxValue));
        _miniStream = ReadChain(root.Start, root.Length);
    }

    public bool Has(string name) => _streams.ContainsKey(name);

    /// <returns>The whole stream; null when the file has none of that name.</returns>
    public byte[]? TryRead(string name) =>
        !_streams.TryGetValue(name, out var found) ? null
        : found.Length < _miniCutoff ? ReadMiniChain(found.Start, found.Length)
        : ReadChain(found.Start, found.Length);

    private static int Shift(byte[] header, int at, int least, int most)
    {
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));
        return shift >= least && shift <= most ? shift : throw new InvalidDataException("The sector size is impossible.");
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static uint[] Numbers(byte[] bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(bytes, i * 4);
        }

        return numbers;
    }

    private uint[] ReadFat(byte[] header)
    {
        var sectors = new List<uint>();
        AddFatSectors(sectors, header.AsSpan(76, 436));
        var next = Number(header, 68);
        var sector = new byte[_sectorLength];
        for (var left = SectorsInFile; next < LastRegularSector && left > 0; left--)
        {
            ReadSector(next, sector);
            AddFatSectors(sectors, sector.AsSpan(0, _sectorLength - 4));
            next = Number(sector, _sectorLength - 4);
        }

        if (sectors.Count > SectorsInFile)
        {
            throw new InvalidDataException("The file has more allocation sectors than sectors.");
        }

        var fat = new byte[sectors.Count * _sectorLength];
        for (var i = 0; i < sectors.Count; i++)
        {
            ReadSector(sectors[i], fat.AsSpan(i * _sectorLength, _sectorLength));
        }

        return Numbers(fat);
    }

    private static void AddFatSectors(List<uint> sectors, ReadOnlySpan<byte> entries)
    {
        for (var at = 0; at + 4 <= entries.Length; at += 4)
        {
            if (Number(entries, at) < LastRegularSector)
            {
                sectors.Add(Number(entries, at));
            }
        }
    }

    private (uint Start, long Length) ReadDirectory(byte[] directory)
    {
        (uint Start, long Length) root = (uint.MaxValue, 0);
        for (var at = 0; at + DirectoryEntryLength <= directory.Length; at += DirectoryEntryLength)
        {
            var entry = directory.AsSpan(at, DirectoryEntryLength);
            var nameLength = Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]), 64) - 2;
            var place = (Number(entry, 116), (long)Number(entry, 120));
            switch (entry[66])
            {
                case 5:
                    root = place;
                    break;
                case 2 when nameLength > 0:
                    _streams.TryAdd(Encoding.Unicode.GetString(entry[..nameLength]), place);
                    break;
                default:
                    break;
            }
        }

        return root;
    }

    private byte[] ReadChain(uint start, long length)
    {
        using var bytes = new MemoryStream();
        var sector = new byte[_sectorLength];
        var left = SectorsInFile;
        for (var at = start; at < LastRegularSector && bytes.Length < length; at = at < _fat.Length ? _fat[at] : uint.MaxValue)
        {
            if (left-- == 0)
            {
                throw new InvalidDataException("A chain of sectors is circular.");
            }

            ReadSector(at, sector);
            bytes.Write(sector);
        }

        return bytes.ToArray()[..(int)Math.Min(bytes.Length, length)];
    }

    private byte[] ReadMiniChain(uint start, long length)
    {
        using var bytes = new MemoryStream();
        for (var at = start; at < LastRegularSector && bytes.Length < length; at = at < _miniFat.Length ? _miniFat[at] : uint.MaxValue)
        {
            var from = (long)at * _miniSectorLength;
            if (from + _miniSectorLength > _miniStream.Length || bytes.Length > _miniStream.Length)
            {
                throw new InvalidDataException("A small stream points outside the file or is circular.");
            }

            bytes.Write(_miniStream, (int)from, _miniSectorLength);
        }

        return bytes.ToArray()[..(int)Math.Min(bytes.Length, length)];
    }

    private int SectorsInFile => (int)(_file.Length / _sectorLength) + 1;

    private void ReadSector(uint number, Span<byte> into)
    {
        into.Clear();
        ReadAt((number + 1L) * _sectorLength, into);
    }

    /// <summary>The last sector may be shorter than a sector: some programs do not fill it.</summary>
    private void ReadAt(long at, Span<byte> into)
    {
        if (at >= _file.Length)
        {
            throw new InvalidDataException("The file is shorter than its directory says.");
        }

        _file.Position = at;
        _file.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
    }
}
