using DevicePhys.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Data;

public class ValidationSplitTests
{
    private static readonly DigitImages Hundred = new(
        1, 1, [.. Enumerable.Range(0, 100).Select(i => (byte)i)], [.. Enumerable.Range(0, 100).Select(i => (byte)(i % 10))]);

    [Fact]
    public void Every_image_is_in_exactly_one_part()
    {
        var split = ValidationSplit.Split(Hundred, 30);
        Assert.Equal((70, 30), (split.Training.Count, split.Validation.Count));
        Assert.Equal(Hundred.Pixels, split.Training.Pixels.Concat(split.Validation.Pixels).Order());
    }

    [Fact]
    public void Images_keep_their_labels()
    {
        var split = ValidationSplit.Split(Hundred, 30);
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal(split.Validation.Pixels[i] % 10, split.Validation.Labels[i]));
    }

    [Fact]
    public void The_seed_decides_alone()
    {
        Assert.Equal(ValidationSplit.Split(Hundred, 30, seed: 4).Validation.Pixels, ValidationSplit.Split(Hundred, 30, seed: 4).Validation.Pixels);
        Assert.NotEqual(ValidationSplit.Split(Hundred, 30, seed: 4).Validation.Pixels, ValidationSplit.Split(Hundred, 30, seed: 5).Validation.Pixels);
    }

    [Fact]
    public void A_larger_validation_part_contains_the_smaller_one()
    {
        var small = ValidationSplit.Split(Hundred, 10).Validation.Pixels;
        Assert.Equal(small, ValidationSplit.Split(Hundred, 40).Validation.Pixels[^10..]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void An_empty_part_is_refused(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => ValidationSplit.Split(Hundred, count));
}
