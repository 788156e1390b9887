using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DevicePhys.Tables;

/// <summary>The head of a .npy member: what kind of numbers follow, and their shape.</summary>
/// <remarks>Format: numpy.lib.format. Versions 1 to 3 are read, version 1 is written.</remarks>
internal static partial class NpyHeader
{
    /// <summary>Magic, version and the longest field for the length of the text.</summary>
    public const int PrefixLength = 12;

    private const int Alignment = 64;
    private const int ShortPrefixLength = 10;
    private const int LongestText = 10_000;
    private const int MostDimensions = 32;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The whole head of an array.</summary>
    public static byte[] Write(NpyArray array)
    {
        // A Python tuple of one has a comma.
        var shape = string.Join(", ", array.Shape) + (array.Shape.Count == 1 ? "," : "");
        var text = $"{{'descr': '{array.Code}', 'fortran_order': False, 'shape': ({shape}), }}";
        var length = (ShortPrefixLength + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        var bytes = new byte[length];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(length - ShortPrefixLength));
        Encoding.ASCII.GetBytes(text.PadRight(length - ShortPrefixLength - 1) + "\n", bytes.AsSpan(ShortPrefixLength));
        return bytes;
    }

    /// <summary>Where the text begins and how long it is, from the first bytes; the reason when they are not those of an array.</summary>
    public static string? ReadPrefix(ReadOnlySpan<byte> prefix, out int textStart, out int textLength)
    {
        (textStart, textLength) = (0, 0);
        if (prefix.Length < PrefixLength || !prefix.StartsWith(Magic))
        {
            return "it does not begin like a numpy array";
        }

        if (prefix[6] is < 1 or > 3)
        {
            return $"its format version is {prefix[6]}, expected 1, 2 or 3";
        }

        textStart = prefix[6] == 1 ? ShortPrefixLength : PrefixLength;
        var length = prefix[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(prefix[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(prefix[8..]);
        textLength = (int)Math.Min(length, int.MaxValue);
        return length > LongestText ? $"its header is {length} bytes long, expected at most {LongestText}" : null;
    }

    /// <summary>An array of zeros of the described kind and shape, if it fits the bytes that follow; else the reason why not.</summary>
    public static string? ReadText(string text, long dataLength, out NpyArray? array)
    {
        array = null;
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return "its header is damaged, expected the type, the order and the shape";
        }

        var code = match.Groups["code"].Value;
        if (NpyArray.SizeOf(code) == 0)
        {
            return $"its numbers are of type '{code}', expected '<f8', '<f4', '<i4' or '|u1'";
        }

        if (match.Groups["order"].Value == "True")
        {
            return "it is in Fortran order, expected C order (numpy.ascontiguousarray)";
        }

        var lengths = match.Groups["length"].Captures;
        var shape = new int[lengths.Count];
        for (var i = 0; i < shape.Length; i++)
        {
            if (!int.TryParse(lengths[i].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out shape[i]))
            {
                return "a dimension is too long";
            }
        }

        var count = shape.Length <= MostDimensions ? NpyArray.Count(shape) : -1;
        var expected = (long)count * NpyArray.SizeOf(code);
        if (count < 0 || expected != dataLength)
        {
            return $"it holds {dataLength} bytes of numbers, expected {(count < 0 ? "fewer" : expected)} for the shape ({string.Join(", ", shape.Take(4))}{(shape.Length > 4 ? ", …" : "")})";
        }

        array = NpyArray.Zeros(code, shape);
        return null;
    }

    // Every length ends at a comma or the parenthesis, so there is only one way to match and no backtracking to speak of.
    [GeneratedRegex(
        @"^\{\s*'descr'\s*:\s*'(?<code>[!-&(-~]{1,8})'\s*,\s*'fortran_order'\s*:\s*(?<order>True|False)\s*,\s*" +
        @"'shape'\s*:\s*\((?:\s*(?<length>[0-9]+)\s*(?:,|(?=\))))*\s*\)\s*,?\s*\}\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
