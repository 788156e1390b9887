using DevicePhys.Errors;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Data;

// Format: LeCun, Cortes, Burges, "The MNIST database", section "File formats".
public class IdxFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_are_read_compressed_or_not(bool compressed)
    {
        var bytes = IdxBytes.Images(3, rows: 4, columns: 5);
        using var stream = new MemoryStream(compressed ? IdxBytes.Gzip(bytes) : bytes);
        var images = IdxFile.ReadImages(stream, "a.idx");
        Assert.Equal((3, 4, 5), (images.Count, images.Rows, images.Columns));
        Assert.Equal(bytes[16..], images.Values);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), images.Sha256);
    }

    [Fact]
    public void Content_larger_than_the_first_buffer_is_read_whole()
    {
        var bytes = IdxBytes.Images(4000);
        using var stream = new MemoryStream(IdxBytes.Gzip(bytes));
        Assert.Equal(bytes[16..], IdxFile.ReadImages(stream, "a.idx").Values);
    }

    [Fact]
    public void Labels_are_read()
    {
        using var stream = new MemoryStream(IdxBytes.Labels(12));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], IdxFile.ReadLabels(stream, "a.idx").Values);
    }

    public static TheoryData<string, byte[]> BadImages => new()
    {
        { "a.idx: byte 0: the file ends inside its header, expected 16 bytes of header.", [] },
        { "a.idx: byte 10: the file ends inside its header, expected 16 bytes of header.", IdxBytes.Images(2)[..10] },
        { "a.idx: bytes 0-3: the magic number is 2049 (labels), expected 2051 (images of unsigned bytes).", IdxBytes.Labels(3) },
        { "a.idx: bytes 0-3: the magic number is 1347093252, expected 2051 (images of unsigned bytes).", "PK\x03\x04 a zip archive"u8.ToArray() },
        { "a.idx: bytes 4-7: the count is 0, expected 1 to 1073741824.", IdxBytes.Header(2051, 0, 28, 28) },
        { "a.idx: bytes 4-7: the count is 4294967295, expected 1 to 1073741824.", IdxBytes.Header(2051, -1, 28, 28) },
        { "a.idx: bytes 8-11: the number of rows is 1025, expected 1 to 1024.", IdxBytes.Header(2051, 1, 1025, 28) },
        { "a.idx: bytes 12-15: the number of columns is 0, expected 1 to 1024.", IdxBytes.Header(2051, 1, 28, 0) },
        {
            "a.idx: bytes 4-15: 1073741824 images of 1024 x 1024 are absurd, expected at most 1073741824 pixels.",
            IdxBytes.Header(2051, 1 << 30, 1024, 1024)
        },
        { "a.idx: byte 1583: the file ends here, expected 1584 bytes (2 images of 28 x 28).", IdxBytes.Images(2)[..^1] },
        { "a.idx: byte 1584: there are bytes after the last item, expected the end of the file.", [.. IdxBytes.Images(2), 0] },
        { "a.idx: byte 1583: the file ends here, expected 1584 bytes (2 images of 28 x 28).", IdxBytes.Gzip(IdxBytes.Images(2)[..^1]) },
        { "a.idx: byte 1584: there are bytes after the last item, expected the end of the file.", IdxBytes.Gzip([.. IdxBytes.Images(2), 0]) },
        { "a.idx: gzip stream: it is damaged, expected a whole gzip file.", [0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9] },
        {
            "a.idx: last 4 bytes: they state 84148994 decompressed bytes, expected 1584; the file is cut or has bytes appended.",
            [.. IdxBytes.Gzip(IdxBytes.Images(2)), 1, 2, 3, 4, 2, 3, 4, 5]
        },
    };

    [Theory]
    [MemberData(nameof(BadImages))]
    public void Bad_images_are_refused_with_place_and_expectation(string message, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        Assert.Equal(message, Assert.Throws<DataFileException>(() => IdxFile.ReadImages(stream, "a.idx")).Message);
    }

    public static TheoryData<string, byte[]> BadLabels => new()
    {
        { "b.idx: bytes 0-3: the magic number is 2051 (images), expected 2049 (labels of unsigned bytes).", IdxBytes.Images(1) },
        { "b.idx: byte 6: the file ends inside its header, expected 8 bytes of header.", IdxBytes.Labels(5)[..6] },
        { "b.idx: byte 12: the file ends here, expected 13 bytes (5 labels).", IdxBytes.Labels(5)[..^1] },
        { "b.idx: label 5: the value is 10, expected 0 to 9.", [.. IdxBytes.Header(2049, 6), 0, 1, 2, 3, 4, 10] },
    };

    [Theory]
    [MemberData(nameof(BadLabels))]
    public void Bad_labels_are_refused_with_place_and_expectation(string message, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        Assert.Equal(message, Assert.Throws<DataFileException>(() => IdxFile.ReadLabels(stream, "b.idx")).Message);
    }

    [Fact]
    public void A_gzip_file_cut_anywhere_is_refused()
    {
        var whole = IdxBytes.Gzip(IdxBytes.Images(2));
        for (var length = 0; length < whole.Length; length++)
        {
            using var stream = new MemoryStream(whole[..length]);
            Assert.Throws<DataFileException>(() => IdxFile.ReadImages(stream, "a.idx"));
        }
    }

    [Fact]
    public void A_missing_file_is_a_data_file_error_that_names_it()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-folder", "no-such.idx");
        var error = Assert.Throws<DataFileException>(() => IdxFile.ReadImages(path));
        Assert.Equal($"{path}: the file cannot be read (DirectoryNotFoundException), expected a readable IDX file.", error.Message);
    }

    [Fact]
    public void Mutated_files_throw_nothing_but_data_file_errors_and_allocate_little()
    {
        var (images, labels) = (IdxBytes.Images(3, 6, 6), IdxBytes.Labels(40));
        byte[][] originals = [images, IdxBytes.Gzip(images), labels, IdxBytes.Gzip(labels)];
        var refused = 0;
        for (var n = 0; n < 2000; n++)
        {
            var random = new RandomStream(5, "test/idx-mutations", (ulong)n);
            var bytes = Mutate(originals[n % originals.Length], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var stream = new MemoryStream(bytes);
                _ = n % originals.Length < 2 ? IdxFile.ReadImages(stream, "a.idx") : IdxFile.ReadLabels(stream, "a.idx");
            }
            catch (DataFileException)
            {
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        }

        Assert.InRange(refused, 500, 2000);
    }

    private static byte[] Mutate(byte[] original, RandomStream random)
    {
        var bytes = original.ToList();
        for (var k = random.NextInt(4); k >= 0; k--)
        {
            // Half of the changes hit the header, where they do most harm.
            var at = random.NextInt(random.NextInt(2) == 0 ? Math.Min(16, bytes.Count) : bytes.Count);
            switch (random.NextInt(4))
            {
                case 0: bytes[at] = (byte)random.NextInt(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.NextInt(8)); break;
                case 2: bytes.Insert(at, (byte)random.NextInt(256)); break;
                default: bytes.RemoveRange(at, Math.Min(1 + random.NextInt(8), bytes.Count - at - (bytes.Count > 1 && at == 0 ? 1 : 0))); break;
            }

            if (bytes.Count == 0) bytes.Add(0);
        }

        return [.. bytes];
    }
}
