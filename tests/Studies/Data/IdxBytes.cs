using System.Buffers.Binary;
using System.IO.Compression;

namespace DevicePhys.Tests.Studies.Data;

/// <summary>Makes the bytes of small IDX files.</summary>
internal static class IdxBytes
{
    public static byte[] Images(int count, int rows = 28, int columns = 28, int magic = 2051)
    {
        var bytes = new byte[16 + count * rows * columns];
        Write(bytes, magic, count, rows, columns);
        for (var i = 16; i < bytes.Length; i++) bytes[i] = (byte)(i * 7);
        return bytes;
    }

    public static byte[] Labels(int count, int magic = 2049)
    {
        var bytes = new byte[8 + count];
        Write(bytes, magic, count);
        for (var i = 0; i < count; i++) bytes[8 + i] = (byte)(i % 10);
        return bytes;
    }

    public static byte[] Header(params int[] fields)
    {
        var bytes = new byte[4 * fields.Length];
        Write(bytes, fields);
        return bytes;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal)) gzip.Write(bytes);
        return memory.ToArray();
    }

    private static void Write(Span<byte> bytes, params ReadOnlySpan<int> fields)
    {
        for (var i = 0; i < fields.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes[(4 * i)..], fields[i]);
    }
}
