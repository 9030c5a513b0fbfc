namespace SscPipeline.Spreadsheets.Building;

/// <summary>Values as <c>.xls</c> and <c>.xlsb</c> pack them.</summary>
internal static class BinaryValues
{
    /// <summary>An RK number: the lowest bit says "divide by 100", the next "a whole number of 30 bits", else the upper 30 bits of a double.</summary>
    public static double Rk(uint packed)
    {
        var number = (packed & 2) != 0 ? (int)packed >> 2 : BitConverter.UInt64BitsToDouble((ulong)(packed & 0xFFFFFFFC) << 32);
        return (packed & 1) != 0 ? number / 100 : number;
    }

    public static string Error(int code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#ERROR!",
    };
}
