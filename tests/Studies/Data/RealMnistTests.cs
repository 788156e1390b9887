using DevicePhys.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Data;

// Facts of the original files (LeCun, Cortes, Burges), counted once with a separate program over the files with MNIST's checksums.
public sealed class RealMnistTests
{
    private static readonly Lazy<DigitSet?> Found = new(() => new MnistData(DataFolders.FromEnvironment()).FindNamed());

    [Fact]
    public void The_first_labels_are_those_of_mnist()
    {
        var digits = Mnist();
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], digits.Train.Labels[..10]);
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], digits.Test.Labels[..10]);
    }

    [Fact]
    public void The_first_images_have_the_ink_of_mnist()
    {
        var digits = Mnist();
        Assert.Equal(27525, digits.Train.Image(0).ToArray().Sum(pixel => pixel));
        Assert.Equal(18454, digits.Test.Image(0).ToArray().Sum(pixel => pixel));
    }

    [Fact]
    public void The_label_histograms_are_those_of_mnist()
    {
        var digits = Mnist();
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Histogram(digits.Train));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], Histogram(digits.Test));
    }

    [Fact]
    public void Mean_and_deviation_of_the_training_pixels_are_those_of_mnist()
    {
        var (mean, deviation) = Ink.MeanAndDeviation(Mnist().Train);
        Assert.Equal(0.13066, mean, 0.000005);
        Assert.Equal(0.30811, deviation, 0.000005);
    }

    [Fact]
    public void Mnist_is_called_mnist_and_needs_no_notice()
    {
        var digits = Mnist();
        Assert.Equal(("mnist", null), (digits.Name, digits.Notice));
        Assert.Equal((60_000, 10_000, 28, 28), (digits.Train.Count, digits.Test.Count, digits.Train.Rows, digits.Train.Columns));
    }

    [Fact]
    public async Task A_download_of_the_real_files_fills_the_cache_once_and_is_mnist()
    {
        var source = Mnist().Source;
        using var folder = new TemporaryFolder();
        var mirrors = FakeMirrors.Bodies(uri => uri.Host == MnistFile.Mirrors[0].Host
            ? null
            : File.ReadAllBytes(Path.Combine(source, Path.GetFileName(uri.AbsolutePath))));
        using var client = new HttpClient(mirrors);
        var data = new MnistData(new DataFolders(null, null, folder.Path), client);
        Assert.Equal("mnist", (await data.LoadAsync()).Name);
        Assert.Equal(5, mirrors.Asked.Count);
        Assert.Equal("mnist", (await data.LoadAsync()).Name);
        Assert.Equal(5, mirrors.Asked.Count);
        Assert.Equal(4, folder.FileNames().Length);
    }

    private static int[] Histogram(DigitImages images) => [.. Enumerable.Range(0, 10).Select(digit => images.Labels.Count(label => label == digit))];

    private static DigitSet Mnist()
    {
        Assert.SkipUnless(Found.Value is not null, "needs real MNIST: set DEVICEPHYS_DATA to a folder with mnist/");
        return Found.Value!;
    }
}
