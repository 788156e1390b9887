namespace DevicePhys.Arrays.Energy;

/// <summary>What one product costs.</summary>
/// <param name="Cells">Energy that the cells turn into heat while lines settle and convert [J].</param>
/// <param name="Lines">Energy that charges the word lines [J].</param>
/// <param name="Converters">Energy of the conversions [J].</param>
/// <param name="Latency">From the edge of the pulse to the last code [s].</param>
public sealed record ProductCost(double Cells, double Lines, double Converters, double Latency)
{
    /// <summary>All of it [J].</summary>
    public double Energy => Cells + Lines + Converters;
}
