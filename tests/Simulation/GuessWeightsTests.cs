using DevicePhys.Simulation;
using Xunit;

namespace DevicePhys.Tests.Simulation;

public class GuessWeightsTests
{
    [Theory]
    [InlineData(0.5, 1e-9, 1e-9)]
    [InlineData(0.586, 3e-9, 1e-9)]
    [InlineData(0.586, 1e-15, 2e-3)]
    public void Polynomials_of_their_degree_are_met_exactly(double c, double length, double earlierLength)
    {
        double At(double t, int degree) => Math.Pow(1 + (t / (length + earlierLength)), degree);
        var (t0, t1, t3) = (-earlierLength, (c - 1) * earlierLength, c * length);
        for (var degree = 0; degree <= 3; degree++)
        {
            var w = GuessWeights.Second(c, length, length, earlierLength);
            Assert.Equal(At(length, degree), (w.Earlier * At(t0, degree)) + (w.EarlierStage * At(t1, degree)) + w.Start + (w.Stage * At(t3, degree)), 1e-12 * (1 + Math.Abs(w.Earlier)));
            var first = GuessWeights.First(c, length, earlierLength);
            if (degree < 3)
                Assert.Equal(At(t3, degree), (first.Earlier * At(t0, degree)) + (first.EarlierStage * At(t1, degree)) + first.Start, 1e-12);
        }
    }
}
