namespace DevicePhys.Spiking.Memory;

/// <summary>What a stretch of work costs in the memory and in the neurons [J].</summary>
/// <param name="Reads">Rows read for input spikes.</param>
/// <param name="Writes">Cells written.</param>
/// <param name="Refresh">Refresh of all rows during that time.</param>
/// <param name="Leakage">What the cells leak during that time.</param>
/// <param name="Logic">Additions to the membranes and steps of the neurons.</param>
public sealed record MemoryPrice(double Reads, double Writes, double Refresh, double Leakage, double Logic)
{
    /// <summary>An 8-bit addition at 45 nm and 0.9 V [J]: 0.03 pJ, Horowitz, ISSCC 2014, recalled, so reconstructed.</summary>
    public const double Addition = 0.03e-12;

    /// <summary>All together [J].</summary>
    public double Total => Reads + Writes + Refresh + Leakage + Logic;

    /// <summary>Prices work by counting.</summary>
    /// <param name="memory">The memory, with its cells and the ones in it.</param>
    /// <param name="work">What was done.</param>
    /// <remarks>
    /// A read row costs every cell of it a read, at the energy of the value it holds; a write costs only the cells that change. A neuron's step is priced as
    /// four additions (leak, input, inhibition, comparison), a read synapse as one. Word-line drivers, the inputs' spikes and the controller are not counted.
    /// </remarks>
    public static MemoryPrice Of(SynapseMemory memory, SpikingWork work)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(work);
        var settings = memory.Settings;
        var (zero, one) = (settings.Cell.At(false, settings.Temperature), settings.Cell.At(true, settings.Temperature));
        var share = (double)memory.Ones / memory.Capacity;
        double Mean(double ofZero, double ofOne) => ((1 - share) * ofZero) + (share * ofOne);
        var bits = (double)work.Neurons * settings.Bits;
        var refreshes = double.IsInfinity(settings.RefreshInterval) ? 0 : work.Time / settings.RefreshInterval;
        return new MemoryPrice(
            work.Rows * bits * Mean(zero.ReadEnergy, one.ReadEnergy),
            work.Toggles * Mean(zero.WriteEnergy, one.WriteEnergy),
            refreshes * memory.Capacity * Mean(zero.RefreshEnergy, one.RefreshEnergy),
            work.Time * memory.Capacity * Mean(zero.Leakage, one.Leakage) * settings.Cell.Supply,
            Addition * ((work.Rows * work.Neurons) + (4 * work.NeuronSteps)));
    }
}
