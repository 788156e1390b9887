using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Variability;

/// <summary>Rare events whose chance is known in closed form.</summary>
public sealed class RareEventTests
{
    // P(a·z > b |a|) = Φ(-b) for any direction a: 1e-3, 1e-6, 1e-9.
    [Theory]
    [InlineData(3.090232306167813, 1e-3)]
    [InlineData(4.753424308822899, 1e-6)]
    [InlineData(5.997807015007686, 1e-9)]
    public void The_chance_of_a_half_space_is_met_within_its_own_error(double distance, double chance)
    {
        double[] direction = [0.6, -0.48, 0.64];
        double Excess(double[] z) => distance - z.Zip(direction).Sum(pair => pair.First * pair.Second);
        var shift = CrossEntropySearch.Shift(3, Excess, seed: 5);

        // The most likely point of the event is direction * distance.
        for (var d = 0; d < 3; d++)
            Assert.Equal(direction[d] * distance, shift[d], 0.6);
        const int samples = 4000;
        var mixture = new DefensiveMixture(samples, shift);
        var design = new SampleDesign(SamplingDesign.Random, 5, samples, 3);
        var (sum, squares, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < samples; i++)
        {
            var z = new double[3];
            design.Normals(i, z);
            var weight = mixture.Move(i, z);
            total += weight;
            if (Excess(z) > 0)
                continue;
            (sum, squares) = (sum + weight, squares + (weight * weight));
        }

        var error = Math.Sqrt(squares) / samples;
        Assert.InRange(error, 0, 0.1 * chance);
        Assert.Equal(chance, sum / samples, 4 * error);
        Assert.Equal(1, total / samples, 0.05);
    }

    [Fact]
    public void Weights_are_bounded_by_the_nominal_part()
    {
        var mixture = new DefensiveMixture(1600, 8, 8);
        for (var i = 0; i < 1600; i++)
            Assert.InRange(mixture.Move(i, [0.1 * (i % 7), -0.3]), 0, 10.0001);
    }

    [Fact]
    public void The_search_does_not_depend_on_threads()
    {
        double Excess(double[] z) => 3 - z[0] - (z[1] * z[1]);
        Assert.Equal(CrossEntropySearch.Shift(2, Excess, 9), CrossEntropySearch.Shift(2, Excess, 9, threads: 3));
    }
}
