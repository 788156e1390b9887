using DevicePhys.Sampling;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Tables;

/// <summary>Equally likely levels of a sample.</summary>
public sealed class LevelMeansTests
{
    [Theory] // A device at its end makes of every pulse nearly the same: slices of equal values used to differ by rounding, and the table refused them.
    [InlineData(200, 64)]
    [InlineData(8, 64)]
    [InlineData(1000, 7)]
    public void Levels_ascend_however_many_values_are_equal_and_keep_the_mean(int draws, int count)
    {
        var random = new RandomStream(1, "levels");
        for (var trial = 0; trial < 200; trial++)
        {
            var value = random.NextNormal() * 1e-6;
            var sample = new double[draws];
            for (var i = 0; i < draws; i++)
            {
                sample[i] = random.NextInt(trial % 3 + 1) == 0 ? value : random.NextNormal() * 1e-6;
            }

            var mean = sample.Average();
            var levels = new double[count];
            LevelMeans.Fill(sample, levels);
            Assert.Equal(levels.Order(), levels);
            Assert.Equal(mean, levels.Average(), 1e-18);
        }
    }
}
