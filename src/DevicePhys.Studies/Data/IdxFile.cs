using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using DevicePhys.Errors;

namespace DevicePhys.Studies.Data;

/// <summary>Reads the IDX files of MNIST and its relatives: images and labels of unsigned bytes, gzip-compressed or not.</summary>
/// <remarks>
/// Format: big-endian; images: 2051, count, rows, columns, then bytes (0 background to 255 ink); labels: 2049, count, then bytes 0 to 9.
/// Compression is told by the first two bytes, not by the name. Memory grows with the bytes that are really there, never with
/// what a header claims, so a damaged file costs no more than its own size. Thread safe.
/// </remarks>
public static class IdxFile
{
    private const int ImagesMagic = 2051, LabelsMagic = 2049, LargestSide = 1024, LargestContent = 1 << 30, FirstBuffer = 1 << 20;

    /// <summary>Reads images.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The images, [Count × Rows × Columns], row-major, 0 background to 255 ink.</returns>
    /// <exception cref="DataFileException">The file is missing, unreadable or not a whole IDX file of images.</exception>
    public static IdxContent ReadImages(string path) => Open(path, ReadImages);

    /// <summary>Reads images from a stream.</summary>
    /// <param name="stream">A seekable stream, read from its beginning to its end.</param>
    /// <param name="file">The name for error messages.</param>
    /// <returns>The images, [Count × Rows × Columns], row-major, 0 background to 255 ink.</returns>
    /// <exception cref="DataFileException">The stream is not a whole IDX file of images.</exception>
    public static IdxContent ReadImages(Stream stream, string file) => Read(stream, file, ImagesMagic);

    /// <summary>Reads labels.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The labels, each 0 to 9.</returns>
    /// <exception cref="DataFileException">The file is missing, unreadable or not a whole IDX file of labels 0 to 9.</exception>
    public static IdxContent ReadLabels(string path) => Open(path, ReadLabels);

    /// <summary>Reads labels from a stream.</summary>
    /// <param name="stream">A seekable stream, read from its beginning to its end.</param>
    /// <param name="file">The name for error messages.</param>
    /// <returns>The labels, each 0 to 9.</returns>
    /// <exception cref="DataFileException">The stream is not a whole IDX file of labels 0 to 9.</exception>
    public static IdxContent ReadLabels(Stream stream, string file)
    {
        var content = Read(stream, file, LabelsMagic);
        var bad = content.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        return bad < 0 ? content : throw new DataFileException($"{file}: label {bad}: the value is {content.Values[bad]}, expected 0 to 9.");
    }

    private static IdxContent Open(string path, Func<Stream, string, IdxContent> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return read(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: the file cannot be read ({e.GetType().Name}), expected a readable IDX file.", e);
        }
    }

    private static IdxContent Read(Stream stream, string file, int magic)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!IsGzip(stream)) return ReadPlain(stream, file, magic);
        IdxContent content;
        try
        {
            using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            content = ReadPlain(gzip, file, magic);
        }
        catch (InvalidDataException e)
        {
            throw new DataFileException($"{file}: gzip stream: it is damaged, expected a whole gzip file.", e);
        }

        CheckGzipEnd(stream, file, HeaderLength(magic) + content.Values.Length);
        return content;
    }

    private static IdxContent ReadPlain(Stream stream, string file, int magic)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> header = stackalloc byte[16];
        header = header[..HeaderLength(magic)];
        var got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        // The magic number comes first even when the header is short: a file of another kind should be called that.
        if (got >= 4) CheckMagic(BinaryPrimitives.ReadInt32BigEndian(header), file, magic);
        if (got < header.Length)
            throw new DataFileException($"{file}: byte {got}: the file ends inside its header, expected {header.Length} bytes of header.");
        hash.AppendData(header);

        var count = Field(header, file, 4, "count", LargestContent);
        var rows = magic == ImagesMagic ? Field(header, file, 8, "number of rows", LargestSide) : 1;
        var columns = magic == ImagesMagic ? Field(header, file, 12, "number of columns", LargestSide) : 1;
        var length = (long)count * rows * columns;
        if (length > LargestContent)
        {
            throw new DataFileException(
                $"{file}: bytes 4-15: {count} images of {rows} x {columns} are absurd, expected at most {LargestContent} pixels.");
        }

        var values = ReadBody(stream, (int)length, out var read);
        if (read < length)
        {
            var what = magic == ImagesMagic ? $"{count} images of {rows} x {columns}" : $"{count} labels";
            throw new DataFileException(
                $"{file}: byte {header.Length + read}: the file ends here, expected {header.Length + length} bytes ({what}).");
        }

        if (stream.ReadByte() >= 0)
            throw new DataFileException($"{file}: byte {header.Length + length}: there are bytes after the last item, expected the end of the file.");
        hash.AppendData(values);
        return new IdxContent(file, count, rows, columns, values, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static int HeaderLength(int magic) => magic == ImagesMagic ? 16 : 8;

    private static string KindOf(int magic) => magic == ImagesMagic ? "images" : "labels";

    private static void CheckMagic(int found, string file, int magic)
    {
        if (found == magic) return;
        var kind = found is ImagesMagic or LabelsMagic ? $" ({KindOf(found)})" : "";
        throw new DataFileException($"{file}: bytes 0-3: the magic number is {found}{kind}, expected {magic} ({KindOf(magic)} of unsigned bytes).");
    }

    private static int Field(ReadOnlySpan<byte> header, string file, int at, string name, int largest)
    {
        var value = BinaryPrimitives.ReadUInt32BigEndian(header[at..]);
        return value >= 1 && value <= (uint)largest
            ? (int)value
            : throw new DataFileException($"{file}: bytes {at}-{at + 3}: the {name} is {value}, expected 1 to {largest}.");
    }

    private static byte[] ReadBody(Stream stream, int length, out int read)
    {
        var values = new byte[Math.Min(length, FirstBuffer)];
        read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(values.AsSpan(read), values.Length - read, throwOnEndOfStream: false);
            if (read < values.Length || read == length) return values;
            Array.Resize(ref values, (int)Math.Min(length, 2L * values.Length));
        }
    }

    private static bool IsGzip(Stream stream)
    {
        Span<byte> start = stackalloc byte[2];
        stream.Position = 0;
        var got = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return got == 2 && start[0] == 0x1f && start[1] == 0x8b;
    }

    // GZipStream accepts a file that is cut inside its trailer or followed by other bytes; the length in the last four bytes tells both.
    private static void CheckGzipEnd(Stream stream, string file, long length)
    {
        Span<byte> end = stackalloc byte[4];
        stream.Position = Math.Max(0, stream.Length - end.Length);
        stream.ReadExactly(end);
        var stated = BinaryPrimitives.ReadUInt32LittleEndian(end);
        if (stated != (uint)length)
        {
            throw new DataFileException(
                $"{file}: last 4 bytes: they state {stated} decompressed bytes, expected {length}; the file is cut or has bytes appended.");
        }
    }
}
