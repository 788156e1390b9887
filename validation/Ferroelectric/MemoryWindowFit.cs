using DevicePhys.Cards;
using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Fitting;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Ferroelectric;

/// <summary>A FeFET fitted to some memory windows, and what it says of others.</summary>
/// <remarks>
/// Free: the unscreened part of the polarization, activation field and attempt time; the spread of the activation field is that of the card. Activation
/// field and attempt time hardly part over three decades of width, so their values say little alone.
/// </remarks>
internal sealed class MemoryWindowFit
{
    private static readonly string[] Names = ["Unscreened", "Ea", "Tau0"];
    private static readonly Card Start = DeviceCatalog.Default.Card("FeFet.Hzo");
    private readonly Card card;

    private MemoryWindowFit(Card card, double misfit) => (this.card, Misfit) = (card, misfit);

    /// <summary>The root of the mean square error of the windows fitted [V].</summary>
    public double Misfit { get; }

    /// <summary>Fits the card to windows.</summary>
    public static MemoryWindowFit Of(IReadOnlyList<MeasuredWindow> windows, CancellationToken cancellation)
    {
        FitParameter[] parameters =
        [
            new(Names[0], Start.Value(Names[0]), "", 0.01, 0.99, ParameterScale.Log),
            new(Names[1], Start.Value(Names[1], "V/m"), "V/m", 2e8, 1e10, ParameterScale.Log),
            new(Names[2], Start.Value(Names[2], "s"), "s", 1e-14, 1e-7, ParameterScale.Log),
        ];
        var fit = LevenbergMarquardt.Run(new FitProblem(parameters, windows.Count, Residuals), new FitOptions { MaxIterations = 60 }, cancellation);
        return new MemoryWindowFit(With(fit.Values), fit.Rmse);

        void Residuals(ReadOnlySpan<double> values, Span<double> residuals, Span<double> slopes)
        {
            double[] at = [.. values];
            for (var i = 0; i < residuals.Length; i++)
                residuals[i] = Moved(With(at), windows[i]) - windows[i].Moved;

            // A window is the end of a transient: its slopes are differences.
            for (var k = 0; k < at.Length && !slopes.IsEmpty; k++)
            {
                var little = 1e-3 * at[k];
                var (more, less) = (With([.. at[..k], at[k] + little, .. at[(k + 1)..]]), With([.. at[..k], at[k] - little, .. at[(k + 1)..]]));
                for (var i = 0; i < residuals.Length; i++)
                    slopes[(i * at.Length) + k] = (Moved(more, windows[i]) - Moved(less, windows[i])) / (2 * little);
            }
        }
    }

    /// <summary>The window the fitted card gives [V].</summary>
    public double Predict(MeasuredWindow window) => Moved(card, window);

    /// <summary>The root of the mean square error of some windows [V].</summary>
    public double MisfitOf(IReadOnlyList<MeasuredWindow> windows) => Math.Sqrt(windows.Average(window => Math.Pow(Predict(window) - window.Moved, 2)));

    private static Card With(IReadOnlyList<double> values) => Names.Zip(values).Aggregate(Start, (card, pair) => card.With(pair.First, pair.Second));

    private static double Moved(Card card, MeasuredWindow window)
    {
        var model = DeviceCatalog.Default.CreateMultiTerminal<Dual>(card);
        var netlist = new Netlist()
            .VoltageSource("VGate", "gate", "0", new Constant(window.Voltage))
            .Resistor("RDrain", "drain", "0", 1)
            .Resistor("RSource", "source", "0", 1)
            .Device("M1", ["drain", "gate", "source", "0"], model);
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-6));
        simulation.Reset();
        var erased = Threshold(model, simulation.State("M1"));
        simulation.Run(window.Width);
        return erased - Threshold(model, simulation.State("M1"));
    }

    private static double Threshold(IMultiTerminal<Dual> model, ReadOnlySpan<double> state) =>
        ((IReadable<Dual>)model).Read(0, Array.ConvertAll(state.ToArray(), s => (Dual)s)).Value;
}
