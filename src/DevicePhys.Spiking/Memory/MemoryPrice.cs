namespace DevicePhys.Spiking.Memory;

/// <summary>What a stretch of work costs in the store of the weights and in the neurons [J].</summary>
/// <param name="Reads">Reads of weights.</param>
/// <param name="Writes">Cells written, or pulses.</param>
/// <param name="Refresh">Refresh of all rows during that time.</param>
/// <param name="Leakage">What the cells leak during that time.</param>
/// <param name="Logic">Additions to the membranes and steps of the neurons.</param>
public sealed record MemoryPrice(double Reads, double Writes, double Refresh, double Leakage, double Logic)
{
    /// <summary>An 8-bit addition at 45 nm and 0.9 V [J]: 0.03 pJ, Horowitz, ISSCC 2014, recalled, so reconstructed.</summary>
    public const double Addition = 0.03e-12;

    /// <summary>All together [J].</summary>
    public double Total => Reads + Writes + Refresh + Leakage + Logic;

    /// <summary>What the neurons cost [J].</summary>
    /// <param name="work">What was done.</param>
    /// <remarks>
    /// A neuron's step is priced as four additions (leak, input, inhibition, comparison), a read synapse as one. Word-line drivers, the inputs' spikes and the
    /// controller are not counted.
    /// </remarks>
    public static double LogicOf(SpikingWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Addition * ((work.Rows * work.Neurons) + (4 * work.NeuronSteps));
    }
}
