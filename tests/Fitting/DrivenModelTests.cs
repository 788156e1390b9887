using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Fitting;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Studies.Fitting;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Fitting;

public sealed class DrivenModelTests
{
    private const int Samples = 25;

    /// <summary>Two-terminal cards whose states move by differential or algebraic equations, with a voltage that moves them and its period.</summary>
    public static TheoryData<string, double, double> Cards => new()
    {
        { "Vteam.PtHfTi", 1.0, 1e-6 }, { "Yakopcic.Generic", 0.5, 0.1 }, { "StanfordPku.V1", 1.2, 1e-6 },
        { "LinearIonDrift.Biolek", 1.0, 1.0 }, { "JartVcmV1b.Nominal", 1.0, 1e-3 },
    };

    [Theory]
    [MemberData(nameof(Cards))]
    public void Currents_are_those_of_the_stepper(string id, double amplitude, double period)
    {
        var (card, times, voltages) = Case(id, amplitude, period);
        var currents = new double[Samples];
        new DrivenModel(parameter => DeviceCatalog.Default.Create(card, parameter), [], relative: 1e-7).Run([], times, voltages, currents, []);
        var model = DeviceCatalog.Default.Create<Dual>(card);
        var stepper = new Stepper(model, new PiecewiseLinear(times, voltages), new TransientOptions { RelativeTolerance = 1e-8 });
        var scale = currents.Max(Math.Abs);
        for (var k = 1; k < Samples; k++)
        {
            stepper.Run(times[k]);
            Dual[] state = [.. stepper.State.ToArray().Select(x => (Dual)x)];
            var expected = model.Evaluate(voltages[k], state, new Dual[state.Length]).Value;
            Assert.InRange(currents[k], expected - (1e-4 * scale), expected + (1e-4 * scale));
        }
    }

    [Theory]
    [InlineData("Vteam.PtHfTi", 1.0, 1e-6)]
    [InlineData("JartVcmV1b.Nominal", 1.0, 1e-3)]
    public void Slopes_are_those_of_small_changes(string id, double amplitude, double period)
    {
        var (card, times, voltages) = Case(id, amplitude, period);
        var parameters = SweepDeviceFit.Parameters(DeviceCatalog.Default, card);
        var model = new DrivenModel(parameter => DeviceCatalog.Default.Create(card, parameter), [.. parameters.Select(p => p.Name)], relative: 1e-6);
        double[] values = [.. parameters.Select(p => p.Start)];
        var (currents, slopes) = (new double[Samples], new double[Samples * values.Length]);
        model.Run(values, times, voltages, currents, slopes);
        for (var p = 0; p < values.Length; p++)
        {
            var step = values[p] == 0 ? 1e-5 * (parameters[p].Upper - parameters[p].Lower) : 1e-3 * Math.Abs(values[p]);
            var (up, down) = (Run(+1), Run(-1));
            double[] numeric = [.. up.Zip(down, (a, b) => (a - b) / (2 * step))];
            var scale = Enumerable.Range(0, Samples).Max(k => Math.Abs(slopes[(k * values.Length) + p]));
            for (var k = 0; k < Samples; k++)
            {
                var difference = Math.Abs(numeric[k] - slopes[(k * values.Length) + p]);
                Assert.True(difference <= (5e-3 * scale) + (5e-6 * currents.Max(Math.Abs) / step), $"{parameters[p].Name} at sample {k}: {slopes[(k * values.Length) + p]:G6}, by differences {numeric[k]:G6}");
            }

            double[] Run(int sign)
            {
                var (moved, result) = ((double[])values.Clone(), new double[Samples]);
                moved[p] += sign * step;
                model.Run(moved, times, voltages, result, []);
                return result;
            }
        }
    }

    private static (Card Card, double[] Times, double[] Voltages) Case(string id, double amplitude, double period)
    {
        double[] times = [.. Enumerable.Range(0, Samples).Select(k => period * k / (Samples - 1))];
        return (DeviceCatalog.Default.Card(id), times, [.. times.Select(t => amplitude * Math.Sin(2 * Math.PI * t / period))]);
    }
}
