using DevicePhys.Devices;
using DevicePhys.Devices.Ferroelectric.Preisach;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices.Ferroelectric;

public sealed class PreisachLoopTests
{
    // The history has the same density and turning points instead of formulas; after one period both are at the same loop.
    [Theory]
    [InlineData(3e8, -3e8)]
    [InlineData(1.6e8, -2.5e8)]
    [InlineData(0.8e8, -3e8)]
    public void The_loop_is_that_of_the_history_with_turning_points(double top, double bottom)
    {
        var card = DeviceCatalog.Default.Card("PreisachCapacitor.Hzo");
        double[] fields = [.. Enumerable.Range(0, 400).Select(i => Triangle(i / 400.0))];
        var loop = new PreisachLoop(fields);
        var history = new PreisachHistory(new FactorizedDensity(card));
        Real[] parameters = [card.Parameter("PS").Value, card.Parameter("EC").Value, card.Parameter("SigmaC").Value, card.Parameter("Delta").Value, 0, 0, 0];
        foreach (var field in fields)
            history.MoveTo(field);
        for (var i = 0; i < fields.Length; i++)
        {
            history.MoveTo(fields[i]);
            Assert.Equal(history.Polarization, loop.At<Real>(i, parameters).Value, 5e-3 * card.Parameter("PS").Value);
        }

        // From the middle up, down and back, as instruments drive.
        double Triangle(double share) => share < 0.25 ? top * share / 0.25 : share < 0.75 ? top + ((bottom - top) * (share - 0.25) / 0.5) : bottom * (1 - share) / 0.25;
    }
}
