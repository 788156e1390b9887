using DevicePhys.Errors;
using DevicePhys.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Data;

public sealed class MnistDataTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Other_files_the_user_named_are_called_custom_and_say_so()
    {
        WriteFour(folder, "");
        var digits = await Named(folder.Path).LoadAsync();
        Assert.Equal("custom", digits.Name);
        Assert.Equal((5, 3), (digits.Train.Count, digits.Test.Count));
        Assert.Equal(folder.Path, digits.Source);
        Assert.EndsWith("does not have the checksum of MNIST, so the data set is called 'custom' and not 'mnist'.", digits.Notice);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-images.idx3-ubyte")]
    public async Task Unpacked_files_are_found_under_both_customary_names(string name)
    {
        WriteFour(folder, "");
        File.Delete(Path.Combine(folder.Path, "train-images-idx3-ubyte.gz"));
        folder.Write(name, IdxBytes.Images(5));
        Assert.Equal(5, (await Named(folder.Path).LoadAsync()).Train.Count);
    }

    [Fact]
    public async Task A_named_folder_that_does_not_exist_is_refused()
    {
        var path = Path.Combine(folder.Path, "nowhere");
        Assert.Equal(
            $"{path}: folder: it does not exist, expected a folder with the four IDX files of MNIST.",
            (await Assert.ThrowsAsync<DataFileException>(() => Named(path).LoadAsync())).Message);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-labels-idx1-ubyte")]
    [InlineData("t10k-images-idx3-ubyte")]
    [InlineData("t10k-labels-idx1-ubyte")]
    public async Task A_named_folder_without_one_of_the_files_is_refused(string name)
    {
        WriteFour(folder, "");
        File.Delete(Path.Combine(folder.Path, name + ".gz"));
        Assert.Equal(
            $"{folder.Path}: folder: {name} is missing, expected it with or without .gz.",
            (await Assert.ThrowsAsync<DataFileException>(() => Named(folder.Path).LoadAsync())).Message);
    }

    [Fact]
    public async Task Unequal_numbers_of_images_and_labels_are_refused()
    {
        WriteFour(folder, "");
        folder.Write("t10k-labels-idx1-ubyte.gz", IdxBytes.Labels(4));
        Assert.Equal(
            $"{Path.Combine(folder.Path, "t10k-labels-idx1-ubyte.gz")}: bytes 4-7: there are 4 labels, expected 3 as there are images.",
            (await Assert.ThrowsAsync<DataFileException>(() => Named(folder.Path).LoadAsync())).Message);
    }

    [Fact]
    public async Task Images_of_another_size_are_refused()
    {
        WriteFour(folder, "");
        folder.Write("train-images-idx3-ubyte.gz", IdxBytes.Images(5, 20, 20));
        Assert.Equal(
            $"{Path.Combine(folder.Path, "train-images-idx3-ubyte.gz")}: bytes 8-15: the images are 20 x 20, expected 28 x 28.",
            (await Assert.ThrowsAsync<DataFileException>(() => Named(folder.Path).LoadAsync())).Message);
    }

    [Fact]
    public async Task Files_under_the_data_root_that_are_not_mnist_are_refused()
    {
        WriteFour(folder, "mnist");
        var error = await Assert.ThrowsAsync<DataFileException>(() => new MnistData(new DataFolders(null, folder.Path, null)).LoadAsync());
        var place = Path.Combine(folder.Path, "mnist");
        Assert.Equal(
            $"{place}: folder: its files are not MNIST's, expected the four checksums of MNIST ('--data' takes other sets).",
            error.Message);
    }

    [Fact]
    public void Damaged_files_under_the_data_root_are_refused()
    {
        folder.Write("mnist/train-images-idx3-ubyte.gz", IdxBytes.Images(2)[..100]);
        Assert.Throws<DataFileException>(() => new MnistData(new DataFolders(null, folder.Path, null)).FindNamed());
    }

    [Fact]
    public void A_data_root_without_mnist_is_passed_over()
    {
        Assert.Null(new MnistData(new DataFolders(null, folder.Path, null)).FindNamed());
        Assert.Null(new MnistData(new DataFolders(null, Path.Combine(folder.Path, "nowhere"), null)).FindNamed());
    }

    [Fact]
    public async Task Without_data_and_network_the_digits_are_synthetic_and_a_sentence_says_why()
    {
        var cache = Path.Combine(folder.Path, "cache", "mnist");
        using var client = new HttpClient(FakeMirrors.Offline());
        var digits = await new MnistData(new DataFolders(null, folder.Path, cache), client).LoadAsync();
        Assert.Equal("synthetic", digits.Name);
        Assert.Equal((60_000, 10_000), (digits.Train.Count, digits.Test.Count));
        Assert.Equal("procedural digits, seed 1", digits.Source);
        var reasons = string.Join(", ", MnistFile.Mirrors.Select(mirror => $"{mirror.Host} could not be reached"));
        Assert.Equal(
            $"MNIST is not on this machine and could not be fetched ({reasons}); generated digits are used and results are called 'synthetic'.",
            digits.Notice);
        Assert.Empty(Directory.GetFiles(cache));
    }

    [Fact]
    public void The_cache_is_in_the_users_own_data_folder() =>
        Assert.EndsWith(Path.Combine("devicephys", "mnist"), DataFolders.FromEnvironment().Cache);

    private static MnistData Named(string path) => new(new DataFolders(path, null, null));

    private static void WriteFour(TemporaryFolder folder, string under)
    {
        folder.Write(Path.Combine(under, "train-images-idx3-ubyte.gz"), IdxBytes.Gzip(IdxBytes.Images(5)));
        folder.Write(Path.Combine(under, "train-labels-idx1-ubyte.gz"), IdxBytes.Gzip(IdxBytes.Labels(5)));
        folder.Write(Path.Combine(under, "t10k-images-idx3-ubyte.gz"), IdxBytes.Gzip(IdxBytes.Images(3)));
        folder.Write(Path.Combine(under, "t10k-labels-idx1-ubyte.gz"), IdxBytes.Gzip(IdxBytes.Labels(3)));
    }
}
