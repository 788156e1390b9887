using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tests.Arrays;
using Xunit;

namespace DevicePhys.Tests.Studies.Mnist;

public sealed class RateSearchTests
{
    [Fact]
    public void A_search_goes_beyond_its_settings_until_the_best_one_has_worse_neighbours()
    {
        var data = SyntheticDigits.Create(trainCount: 800, testCount: 100);
        var settings = new MnistSettings { Network = NetworkShape.Parse("784-10"), Presentations = 400 };
        double[] offered = [0.01, 0.02];
        var points = MnistTuning.Device(settings, data, SyntheticTable.Linear(), offered, [1]);
        var best = MnistTuning.Best(points, "device");

        // Too small rates were offered: few pulses are given in so short a training.
        Assert.True(best.Rate > 0.02, $"best rate {best.Rate}");
        Assert.True(best.Accuracy.Mean > points[0].Accuracy.Mean + 5, $"{best.Accuracy.Mean} % after {points[0].Accuracy.Mean} %");
        Assert.InRange(points.Count, 3, 2 + MnistTuning.MostExtensions);
        Assert.True(points.Count == 2 + MnistTuning.MostExtensions || points.Any(point => point.Rate == 2 * best.Rate));

        // One value is a wish, not an offer.
        Assert.All(points, point => Assert.Equal(1, point.WeightScale));
        Assert.Single(MnistTuning.Device(settings, data, SyntheticTable.Linear(), [0.1], [2]));
    }
}
