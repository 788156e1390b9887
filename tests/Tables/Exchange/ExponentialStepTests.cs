using DevicePhys.Tables;
using DevicePhys.Tables.Exchange;
using Xunit;

namespace DevicePhys.Tests.Tables.Exchange;

public sealed class ExponentialStepTests
{
    [Theory] // The law itself, as a table of exact steps, one level.
    [InlineData(64, 2.0)]
    [InlineData(97, 0.5)]
    [InlineData(40, -1.0)]
    [InlineData(50, 0.0)]
    public void A_table_made_from_the_law_gives_it_back(double pulses, double curvature)
    {
        const int Bins = 101;
        var (low, range) = (1e-6, 4e-6);
        var steps = new double[Bins];
        for (var bin = 0; bin < Bins - 1; bin++)
        {
            var x = bin / (Bins - 1.0);
            steps[bin] = range * (curvature == 0 ? 1 / pulses : (1 - Math.Exp(-curvature / pulses)) * ((1 / (1 - Math.Exp(-curvature))) - x));
        }

        var down = steps.Reverse().Select(step => -step).ToArray();
        var corner = new TableCorner(low, low + range, steps, down, new double[Bins]);
        foreach (var polarity in (Polarity[])[Polarity.Potentiation, Polarity.Depression])
        {
            var law = ExponentialStep.Of(corner, polarity, Bins, 1);
            Assert.Equal(pulses, law.Levels, 1e-6 * pulses);
            Assert.Equal(curvature, law.Curvature, 1e-6);
            Assert.InRange(law.Residual, 0, 1e-12);
            Assert.Equal(0, law.StepSpread);
        }
    }
}
