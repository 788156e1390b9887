namespace DevicePhys.Circuits.Export;

/// <summary>Long lines, broken where a language lets them be.</summary>
internal static class LongLine
{
    private const int Width = 120;

    /// <summary>Writes a line.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="line">The line; it may be broken at its spaces.</param>
    /// <param name="continuation">What every line but the first begins with: "+ " in SPICE, an indentation elsewhere.</param>
    public static void Write(TextWriter writer, string line, string continuation = "+ ")
    {
        var first = line.Length - line.TrimStart().Length;
        while (line.Length > Width && line.LastIndexOf(' ', Width) is var space && space > first + continuation.Length)
        {
            writer.WriteLine(line[..space]);
            line = continuation + line[(space + 1)..];
            first = 0;
        }

        writer.WriteLine(line);
    }
}
