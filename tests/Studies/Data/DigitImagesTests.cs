using DevicePhys.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Data;

public class DigitImagesTests
{
    private static readonly DigitImages Three = new(1, 2, [1, 2, 3, 4, 5, 6], [7, 8, 9]);

    [Fact]
    public void An_image_is_a_view_of_its_own_pixels() => Assert.Equal([3, 4], Three.Image(1).ToArray());

    [Fact]
    public void Taken_images_come_in_the_order_asked_for()
    {
        var taken = Three.Take([2, 0]);
        Assert.Equal([5, 6, 1, 2], taken.Pixels);
        Assert.Equal([9, 7], taken.Labels);
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_labels_are_refused() =>
        Assert.Contains(
            "3 images of 1 x 2 need 6 pixels, not 5.",
            Assert.Throws<ArgumentException>(() => new DigitImages(1, 2, new byte[5], new byte[3])).Message);

    [Fact]
    public void A_label_above_nine_is_refused() =>
        Assert.Contains(
            "Label 1 should be 0 to 9.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new DigitImages(1, 1, new byte[2], [9, 10])).Message);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Empty_images_are_refused(int rows, int columns) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DigitImages(rows, columns, [], []));
}
