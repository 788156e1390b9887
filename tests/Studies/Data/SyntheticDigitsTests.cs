using System.Security.Cryptography;
using DevicePhys.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Data;

public sealed class SyntheticDigitsTests
{
    private static readonly DigitSet Digits = SyntheticDigits.Create(trainCount: 6000, testCount: 1000);

    [Fact]
    public void A_seed_means_the_same_bytes_everywhere()
    {
        // Recorded when the generator was written; a change of it is a change of every synthetic result and belongs in the change log.
        Assert.Equal(
            "76e71cba221c5508456ceb6c3b791f4f93fb84f71a4e6108aa254fc056c39759",
            Convert.ToHexStringLower(SHA256.HashData(Digits.Train.Pixels)));
        Assert.Equal([6, 1, 6, 9, 1, 7, 4, 7, 0, 5, 5, 7, 4, 6, 5, 2, 9, 7, 0, 4], Digits.Train.Labels[..20]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_number_of_threads_changes_nothing(int threads)
    {
        var digits = SyntheticDigits.Create(trainCount: 500, testCount: 100, threads: threads);
        Assert.Equal(Digits.Train.Pixels[..(500 * 784)], digits.Train.Pixels);
        Assert.Equal(Digits.Train.Labels[..500], digits.Train.Labels);
        Assert.Equal(Digits.Test.Pixels[..(100 * 784)], digits.Test.Pixels);
    }

    [Fact]
    public void Seeds_and_parts_give_different_digits()
    {
        var other = SyntheticDigits.Create(seed: 2, trainCount: 100, testCount: 100);
        Assert.NotEqual(Digits.Train.Pixels[..78400], other.Train.Pixels);
        Assert.NotEqual(Digits.Train.Pixels[..78400], Digits.Test.Pixels[..78400]);
    }

    [Fact]
    public void No_two_images_are_the_same()
    {
        var images = Enumerable.Range(0, Digits.Train.Count).Select(i => Convert.ToHexString(SHA256.HashData(Digits.Train.Image(i))));
        Assert.Equal(Digits.Train.Count, images.Distinct().Count());
    }

    [Fact]
    public void They_are_called_synthetic() => Assert.Equal(("synthetic", "procedural digits, seed 1"), (Digits.Name, Digits.Source));

    [Fact]
    public void All_digits_are_about_equally_frequent()
    {
        // Binomial with n = 6000, p = 0.1: mean 600, standard deviation 23.2; five of them.
        for (var digit = 0; digit < 10; digit++) Assert.InRange(Digits.Train.Labels.Count(label => label == digit), 484, 716);
    }

    [Fact]
    public void Ink_is_as_plentiful_as_in_mnist()
    {
        // MNIST's training set has 0.1307 and 0.3081.
        var (mean, deviation) = Ink.MeanAndDeviation(Digits.Train);
        Assert.InRange(mean, 0.12, 0.14);
        Assert.InRange(deviation, 0.29, 0.32);
        Assert.Equal(0, Digits.Train.Pixels.Min());
        Assert.Equal(255, Digits.Train.Pixels.Max());
    }

    [Fact]
    public void Every_image_is_centred_by_mass_and_has_a_line_of_full_ink()
    {
        for (var i = 0; i < Digits.Train.Count; i++)
        {
            // Half a pixel of shift, and what crossings that are inked once weigh less than two lines.
            var (row, column) = Ink.CentreOfMass(Digits.Train, i);
            Assert.InRange(row, 11.5, 15.5);
            Assert.InRange(column, 11.5, 15.5);
            Assert.InRange(Digits.Train.Image(i).ToArray().Max(), (byte)128, (byte)255);
        }
    }

    [Fact]
    public void Digits_fill_the_box_of_mnist()
    {
        for (var i = 0; i < Digits.Train.Count; i++)
        {
            var image = Digits.Train.Image(i).ToArray();
            var rows = Enumerable.Range(0, 28).Count(row => image.AsSpan(row * 28, 28).ContainsAnyInRange((byte)128, (byte)255));
            var columns = Enumerable.Range(0, 28).Count(column => Enumerable.Range(0, 28).Any(row => image[row * 28 + column] >= 128));
            Assert.InRange(Math.Max(rows, columns), 17, 21);
        }
    }

    [Fact]
    public void The_nearest_class_mean_knows_most_of_them_but_not_all() =>
        Assert.InRange(NearestMean.Accuracy(Digits), 0.65, 0.9);

    [Fact]
    public void Bad_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticDigits.Create(trainCount: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticDigits.Create(testCount: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticDigits.Create(threads: 0));
    }

    [Fact]
    public void Cancelling_ends_the_work()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SyntheticDigits.Create(cancellation: cancel.Token));
    }
}
