using DevicePhys.Circuits.Cells;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The transfer curves of the two halves of a static cell, each with its loop cut open.</summary>
/// <param name="Inputs">The voltages of the driven node, ascending [V].</param>
/// <param name="First">[Inputs], the answer of the half whose node is "q" [V].</param>
/// <param name="Second">[Inputs], the answer of the other half [V].</param>
public sealed record ButterflyCurve(IReadOnlyList<double> Inputs, IReadOnlyList<double> First, IReadOnlyList<double> Second)
{
    private const int Points = 241;

    /// <summary>Measures a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="reading">With the word line up and the bit lines at the supply, or at rest.</param>
    /// <exception cref="Errors.ConvergenceException">No rest was found.</exception>
    public static ButterflyCurve Of(SramCell cell, bool reading)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double[] inputs = [.. Enumerable.Range(0, Points).Select(i => cell.Supply * i / (Points - 1))];
        return new ButterflyCurve(inputs, Transfer(cell.Half(bar: false, reading)), Transfer(cell.Half(bar: true, reading)));

        double[] Transfer(Netlist half)
        {
            var simulation = CircuitEngines.Default.Prepare(half);
            return Array.ConvertAll(inputs, input =>
            {
                simulation.SetWaveform("V_in", new Constant(input));
                simulation.Rest();
                return simulation.Voltage("out");
            });
        }
    }
}
