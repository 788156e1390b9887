using System.IO.Compression;
using System.Text;
using DevicePhys.Errors;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Tables;

public sealed class NpzFileTests
{
    private static readonly byte[] One = BitConverter.GetBytes(1.0);

    [Fact]
    public void Arrays_are_read_back_to_the_bit()
    {
        var back = NpyFixtures.Read(NpyFixtures.Written(NpyFixtures.Arrays));
        Assert.Equal(NpyFixtures.Arrays.Select(member => member.Key), back.Keys);
        Assert.All(NpyFixtures.Arrays, member =>
        {
            Assert.Equal(member.Value.Shape, back[member.Key].Shape);
            Assert.Equal(member.Value.ElementType, back[member.Key].ElementType);
            Assert.Equal(member.Value.Bytes.ToArray(), back[member.Key].Bytes.ToArray());
        });
    }

    [Fact]
    public void The_same_arrays_give_the_same_bytes()
    {
        var file = NpyFixtures.Written([new("a", NpyArray.Of([1.0]))]);
        Assert.Equal(file, NpyFixtures.Written([new("a", NpyArray.Of([1.0]))]));
        // Origin: the layout of PKWARE's APPNOTE 6.3 and of numpy.lib.format, counted by hand: local header, name, .npy head, 8 bytes, directory, end.
        Assert.Equal(30 + 5 + 128 + 8 + 46 + 5 + 22, file.Length);
        Assert.Equal([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0], file[..14]);
    }

    [Fact]
    public void Compressed_members_are_read_too()
    {
        var npy = NpyFixtures.Npy(NpyFixtures.Header(shape: "(2, 500)"), new byte[8000]);
        var back = NpyFixtures.Read(NpyFixtures.Zip(CompressionLevel.SmallestSize, ("zeros.npy", npy)));
        Assert.Equal([2, 500], back["zeros"].Shape);
        Assert.All(back["zeros"].Values<double>(), value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }  \n")]
    [InlineData(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}\n")]
    [InlineData(2, "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }\n")]
    [InlineData(3, "{'descr': '<f8', 'fortran_order': False, 'shape': (), }\n")]
    public void Headers_of_all_versions_are_read(byte version, string header)
    {
        var back = NpyFixtures.Read(NpyFixtures.Zip(CompressionLevel.NoCompression, ("a.npy", NpyFixtures.Npy(header, One, version))));
        Assert.Equal([1.0], back["a"].Values<double>());
    }

    [Theory]
    [InlineData("<f8", "True", "(1,)", "it is in Fortran order, expected C order (numpy.ascontiguousarray)")]
    [InlineData(">f8", "False", "(1,)", "its numbers are of type '>f8', expected '<f8', '<f4', '<i4' or '|u1'")]
    [InlineData("<i8", "False", "(1,)", "its numbers are of type '<i8', expected '<f8', '<f4', '<i4' or '|u1'")]
    [InlineData("|O", "False", "(1,)", "its numbers are of type '|O', expected '<f8', '<f4', '<i4' or '|u1'")]
    [InlineData("<f8", "False", "(2,)", "it holds 8 bytes of numbers, expected 16 for the shape (2)")]
    [InlineData("<f8", "False", "(0,)", "it holds 8 bytes of numbers, expected 0 for the shape (0)")]
    [InlineData("<f8", "False", "(65536, 65536, 65536, 65536, 1)", "it holds 8 bytes of numbers, expected fewer for the shape (65536, 65536, 65536, 65536, …)")]
    [InlineData("<f8", "False", "(99999999999999999999,)", "a dimension is too long")]
    [InlineData("<f8", "False", "(-1,)", "its header is damaged, expected the type, the order and the shape")]
    [InlineData("<f8", "False", "1", "its header is damaged, expected the type, the order and the shape")]
    [InlineData("<f8", "Maybe", "(1,)", "its header is damaged, expected the type, the order and the shape")]
    public void An_array_of_another_kind_is_refused_with_its_name(string code, string order, string shape, string message)
    {
        var file = NpyFixtures.Zip(CompressionLevel.NoCompression, ("a.npy", NpyFixtures.Npy(NpyFixtures.Header(code, order, shape), One)));
        Assert.Equal($"x.npz: a: {message}.", Assert.Throws<DataFileException>(() => NpyFixtures.Read(file)).Message);
    }

    [Theory]
    [InlineData("", "it does not begin like a numpy array")]
    [InlineData("NUMPY is nice", "it does not begin like a numpy array")]
    [InlineData("\u0093NUMPY\u0009\0\0\0\0\0", "its format version is 9, expected 1, 2 or 3")]
    [InlineData("\u0093NUMPY\u0002\0\u00FF\u00FF\u00FF\u00FF", "its header is 4294967295 bytes long, expected at most 10000")]
    [InlineData("\u0093NUMPY\u0001\0\0\0\0\0", "its header is damaged")]
    public void A_member_that_is_no_array_is_refused(string content, string message)
    {
        var file = NpyFixtures.Zip(CompressionLevel.NoCompression, ("a.npy", Encoding.Latin1.GetBytes(content)));
        Assert.Equal($"x.npz: a: {message}.", Assert.Throws<DataFileException>(() => NpyFixtures.Read(file)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1000)]
    public void A_file_that_is_no_zip_is_refused(int length) =>
        Assert.Equal(
            "x.npz: the file is damaged or no .npz file, expected a zip file of numpy arrays.",
            Assert.Throws<DataFileException>(() => NpyFixtures.Read(new byte[length])).Message);

    [Fact]
    public void Every_flipped_bit_of_the_numbers_is_found()
    {
        var file = NpyFixtures.Written([new("a", NpyArray.Of([1.0, 2.0]))]);
        const int Start = 30 + 5 + 128;
        for (var bit = 0; bit < 8 * 16; bit++)
        {
            var changed = (byte[])file.Clone();
            changed[Start + bit / 8] ^= (byte)(1 << (bit % 8));
            var exception = Assert.Throws<DataFileException>(() => NpyFixtures.Read(changed));
            Assert.Equal("x.npz: a: its check sum is wrong.", exception.Message);
        }
    }

    [Fact]
    public void Every_shortened_file_is_refused()
    {
        var file = NpyFixtures.Written(NpyFixtures.Arrays);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<DataFileException>(() => NpyFixtures.Read(file[..length]));
        }
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var npy = NpyFixtures.Npy(NpyFixtures.Header("|u1", shape: "(50000000,)"), new byte[50_000_000]);
        var file = NpyFixtures.Zip(CompressionLevel.SmallestSize, ("a.npy", npy));
        Assert.InRange(file.Length, 0, 100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<DataFileException>(() => NpyFixtures.Read(file, limit: 10_000_000));
        Assert.Equal($"x.npz: a: it unpacks to {npy.Length} bytes, which is more than is allowed or possible.", exception.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_member_given_twice_is_refused()
    {
        var npy = NpyFixtures.Npy(NpyFixtures.Header(), One);
        var file = NpyFixtures.Zip(CompressionLevel.NoCompression, ("a.npy", npy), ("a.npy", npy));
        Assert.Equal("x.npz: a: it is there twice, expected once.", Assert.Throws<DataFileException>(() => NpyFixtures.Read(file)).Message);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData(".npy")]
    [InlineData("../a.npy")]
    public void A_member_of_another_name_is_refused(string name)
    {
        var file = NpyFixtures.Zip(CompressionLevel.NoCompression, (name, NpyFixtures.Npy(NpyFixtures.Header(), One)));
        Assert.Contains("not a numpy array by its name", Assert.Throws<DataFileException>(() => NpyFixtures.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_members_are_refused()
    {
        var npy = NpyFixtures.Npy(NpyFixtures.Header(), One);
        var file = NpyFixtures.Zip(CompressionLevel.NoCompression, [.. Enumerable.Range(0, 1001).Select(i => ($"a{i}.npy", npy))]);
        Assert.Equal("x.npz: it has 1001 members, expected at most 1000.", Assert.Throws<DataFileException>(() => NpyFixtures.Read(file)).Message);
    }

    [Fact]
    public void A_saved_file_is_loaded_and_nothing_else_is_left()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["a.npz"], "something older");
        NpzFile.Save(folder["a.npz"], NpyFixtures.Arrays);
        Assert.Equal(NpyFixtures.Arrays.Count, NpzFile.Load(folder["a.npz"]).Count);
        Assert.Equal(["a.npz"], folder.Files);
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file_and_no_half_one()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder["a.npz"], "something older");
        Assert.Throws<ArgumentException>(() => NpzFile.Save(folder["a.npz"], [NpyFixtures.Arrays[0], NpyFixtures.Arrays[0]]));
        Assert.Equal("something older", File.ReadAllText(folder["a.npz"]));
        Assert.Equal(["a.npz"], folder.Files);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder["none"], "a.npz");
        Assert.StartsWith(
            $"{path}: the file cannot be written (", Assert.Throws<DataFileException>(() => NpzFile.Save(path, NpyFixtures.Arrays)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TestFolder();
        Assert.Equal(
            $"{folder["a.npz"]}: there is no such file, expected an .npz file.",
            Assert.Throws<DataFileException>(() => NpzFile.Load(folder["a.npz"])).Message);
    }

    [Fact]
    public void Arrays_of_other_types_or_shapes_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1L]));
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1u]));
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1.0, 2.0], 3));
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1.0, 2.0], -1, -2));
        Assert.Throws<InvalidOperationException>(() => NpyArray.Of([1.0]).Values<float>());
        Assert.Throws<InvalidOperationException>(() => NpyArray.Of([1]).Values<uint>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("µ")]
    public void A_name_unfit_for_a_member_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => NpyFixtures.Written([new(name, NpyArray.Of([1.0]))]));

    [Fact]
    public void The_check_sum_is_that_of_zip()
    {
        // Origin: the check value of CRC-32/ISO-HDLC in the CRC catalogue of G. Cook.
        Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));
        Assert.Equal(0xCBF43926, Crc32.Append(Crc32.Append(0, "1234"u8), "56789"u8));
    }
}
