using DevicePhys.Numbers;

namespace DevicePhys.Simulation;

/// <summary>The slopes of a multi-terminal device: currents, charges and rates against voltages and states.</summary>
/// <param name="ports">The number of terminals but the last.</param>
/// <param name="states">The number of states.</param>
/// <remarks>A column below <paramref name="ports"/> is a voltage, one above a state.</remarks>
public sealed class MultiTerminalSlopes(int ports, int states)
{
    private readonly int width = ports + states;
    private readonly double[] currents = new double[ports * (ports + states)];
    private readonly double[] charges = new double[ports * (ports + states)];
    private readonly double[] rates = new double[states * (ports + states)];

    /// <summary>The slope of a current.</summary>
    /// <param name="row">The terminal.</param>
    /// <param name="column">The voltage or state.</param>
    public double Current(int row, int column) => currents[(row * width) + column];

    /// <summary>The slope of a charge.</summary>
    /// <param name="row">The terminal.</param>
    /// <param name="column">The voltage or state.</param>
    public double Charge(int row, int column) => charges[(row * width) + column];

    /// <summary>The slope of a rate or of an algebraic residual.</summary>
    /// <param name="row">The state.</param>
    /// <param name="column">The voltage or state.</param>
    public double Rate(int row, int column) => rates[(row * width) + column];

    internal void Take(int column, int seed, ReadOnlySpan<Dual> current, ReadOnlySpan<Dual> charge, ReadOnlySpan<Dual> rate)
    {
        for (var row = 0; row < ports; row++)
        {
            currents[(row * width) + column] = current[row].Slope(seed);
            charges[(row * width) + column] = charge[row].Slope(seed);
        }

        for (var row = 0; row < states; row++)
            rates[(row * width) + column] = rate[row].Slope(seed);
    }
}
