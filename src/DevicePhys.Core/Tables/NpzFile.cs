using System.IO.Compression;
using System.Text;
using DevicePhys.Errors;

namespace DevicePhys.Tables;

/// <summary>Named arrays in one file, as numpy's <c>savez</c> writes and <c>load</c> reads them.</summary>
/// <remarks>
/// A zip file with one .npy member per array: double, float, int or byte, little endian, C order. Members are written uncompressed
/// and undated, so that the same arrays give the same bytes; compressed members are read as well. Every member is checked against its
/// shape, its size and its check sum before anything is returned.
/// </remarks>
public static class NpzFile
{
    /// <summary>The most bytes of numbers a file may hold unless the caller says otherwise: 1 GiB.</summary>
    public const long DefaultLimit = 1L << 30;

    private const int MostMembers = 1000;
    private const int LongestName = 200;

    // What deflate can reach at best; a member that claims more is a lie or a bomb.
    private const long LargestRatio = 1032;

    /// <summary>Loads all arrays of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">The most bytes of numbers it may hold.</param>
    /// <returns>The arrays by name, without ".npy".</returns>
    /// <exception cref="DataFileException">The file is missing, no .npz file, damaged, or too large.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Load(string path, long limit = DefaultLimit)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(stream, path, limit);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException($"{path}: there is no such file, expected an .npz file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DataFileException($"{path}: the file cannot be read, expected an .npz file.", exception);
        }
    }

    /// <summary>Reads all arrays from a stream.</summary>
    /// <param name="stream">The stream; it can seek.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="limit">The most bytes of numbers it may hold.</param>
    /// <returns>The arrays by name, without ".npy".</returns>
    /// <exception cref="DataFileException">The stream is no .npz file, damaged, or too large.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(Stream stream, string file, long limit = DefaultLimit)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        var arrays = new Dictionary<string, NpyArray>(StringComparer.Ordinal);
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostMembers)
            {
                throw new DataFileException($"{file}: it has {archive.Entries.Count} members, expected at most {MostMembers}.");
            }

            foreach (var entry in archive.Entries)
            {
                var name = MemberName(entry, file);
                limit -= entry.Length;
                if (limit < 0 || entry.Length > LargestRatio * entry.CompressedLength + LargestRatio)
                {
                    throw new DataFileException($"{file}: {name}: it unpacks to {entry.Length} bytes, which is more than is allowed or possible.");
                }

                if (!arrays.TryAdd(name, ReadMember(entry, file, name)))
                {
                    throw new DataFileException($"{file}: {name}: it is there twice, expected once.");
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or NotSupportedException
            or ArgumentException or OverflowException)
        {
            // ZipArchive has no single exception for a file that is none.
            throw new DataFileException($"{file}: the file is damaged or no .npz file, expected a zip file of numpy arrays.", exception);
        }

        return arrays;
    }

    /// <summary>Saves arrays under a temporary name, then renames, so that nobody ever sees half a file.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="arrays">The arrays and their names, in the order of the file.</param>
    /// <exception cref="ArgumentException">A name is unfit or given twice, or there is more than 4 GB in all.</exception>
    /// <exception cref="DataFileException">The file cannot be written.</exception>
    public static void Save(string path, IReadOnlyList<KeyValuePair<string, NpyArray>> arrays)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        WholeFile.Write(path, stream => Write(stream, arrays));
    }

    /// <summary>Writes arrays to a stream.</summary>
    /// <param name="stream">The stream; it need not seek.</param>
    /// <param name="arrays">The arrays and their names, in the order of the file.</param>
    /// <exception cref="ArgumentException">A name is unfit or given twice, or there is more than 4 GB in all.</exception>
    public static void Write(Stream stream, IReadOnlyList<KeyValuePair<string, NpyArray>> arrays)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        CheckMachine();
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (arrays.Count > MostMembers || arrays.Sum(array => 100L + array.Value.Bytes.Length + LongestName) > uint.MaxValue)
        {
            throw new ArgumentException($"There should be at most {MostMembers} arrays of 4 GB in all.", nameof(arrays));
        }

        var zip = new StoredZip(stream);
        foreach (var (name, array) in arrays)
        {
            if (!IsName(name) || !names.Add(name))
            {
                throw new ArgumentException($"The name '{name}' should be made of letters, digits and '_', and be given once.", nameof(arrays));
            }

            zip.Add($"{name}.npy", NpyHeader.Write(array), array.Bytes);
        }

        zip.Finish();
    }

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string MemberName(ZipArchiveEntry entry, string file)
    {
        const string Suffix = ".npy";
        var name = entry.FullName.EndsWith(Suffix, StringComparison.Ordinal) ? entry.FullName[..^Suffix.Length] : "";
        return IsName(name)
            ? name
            : throw new DataFileException($"{file}: a member is not a numpy array by its name, expected letters, digits and '_', then '.npy'.");
    }

    private static NpyArray ReadMember(ZipArchiveEntry entry, string file, string name)
    {
        CheckMachine();
        using var stream = entry.Open();
        var prefix = new byte[NpyHeader.PrefixLength];
        var read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        Refuse(NpyHeader.ReadPrefix(prefix.AsSpan(0, read), out var textStart, out var textLength));

        var head = new byte[textStart + textLength];
        prefix.AsSpan(0, Math.Min(prefix.Length, head.Length)).CopyTo(head);
        if (head.Length < prefix.Length)
        {
            Refuse("its header is damaged");
        }

        stream.ReadExactly(head.AsSpan(prefix.Length));
        Refuse(NpyHeader.ReadText(Encoding.Latin1.GetString(head.AsSpan(textStart)), entry.Length - head.Length, out var array));
        stream.ReadExactly(array!.Bytes);
        if (stream.ReadByte() >= 0 || Crc32.Append(Crc32.Append(0, head), array.Bytes) != entry.Crc32)
        {
            Refuse("its check sum is wrong");
        }

        return array;

        void Refuse(string? flaw)
        {
            if (flaw is not null)
            {
                throw new DataFileException($"{file}: {name}: {flaw}.");
            }
        }
    }

    private static void CheckMachine()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Tables are read and written on little-endian machines only.");
        }
    }
}
