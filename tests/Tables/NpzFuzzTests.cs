using System.IO.Compression;
using CsCheck;
using DevicePhys.Errors;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Tables;

public sealed class NpzFuzzTests
{
    private const int Mutations = 2000;

    // Small on purpose: a mutated size must not make the test machine unpack a gigabyte.
    private const long Limit = 10_000_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_mutated_file_is_read_or_refused_with_one_sentence(bool compressed)
    {
        var file = Bytes(compressed);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.OneOf(Gen.Byte, Gen.Const((byte)0), Gen.Const((byte)255))).Array[1, 6].Sample(
            edits => IsReadOrRefused(edits.Aggregate((byte[])file.Clone(), (bytes, edit) =>
            {
                bytes[edit.Item1] = edit.Item2;
                return bytes;
            })),
            iter: Mutations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_with_parts_cut_out_or_put_in_is_read_or_refused_with_one_sentence(bool compressed)
    {
        var file = Bytes(compressed);
        Gen.Select(Gen.Int[0, file.Length], Gen.Int[0, 50], Gen.Byte.Array[0, 50]).Sample(
            (at, removed, inserted) => IsReadOrRefused([.. file[..at], .. inserted, .. file[Math.Min(at + removed, file.Length)..]]),
            iter: Mutations);
    }

    // The directory at the end is a few hundred bytes of thousands, and holds the sizes and offsets worth lying about.
    [Fact]
    public void A_file_with_a_mutated_directory_is_read_or_refused_with_one_sentence()
    {
        var file = Bytes(compressed: false);
        var directory = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        Gen.Select(Gen.Int[directory, file.Length - 1], Gen.Byte).Array[1, 3].Sample(
            edits => IsReadOrRefused(edits.Aggregate((byte[])file.Clone(), (bytes, edit) =>
            {
                bytes[edit.Item1] = edit.Item2;
                return bytes;
            })),
            iter: Mutations);
    }

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            PulseTableFile.Read(NpzFile.Read(new MemoryStream(bytes), "t.npz", Limit), "t.npz");
            return true;
        }
        catch (DataFileException exception)
        {
            var message = exception.Message;
            return message.StartsWith("t.npz: ", StringComparison.Ordinal) && message.EndsWith('.') && !message.Any(char.IsControl) && message.Length < 400
                ? true
                : throw new InvalidOperationException(message);
        }
    }

    private static byte[] Bytes(bool compressed)
    {
        using var folder = new TestFolder();
        PulseTableFile.Save(TestTables.Counting, folder["t.npz"]);
        if (!compressed)
        {
            return File.ReadAllBytes(folder["t.npz"]);
        }

        using var archive = ZipFile.OpenRead(folder["t.npz"]);
        return NpyFixtures.Zip(CompressionLevel.SmallestSize, [.. archive.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return (entry.FullName, bytes);
        })]);
    }
}
