using DevicePhys.Arrays;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Spiking.Memory;

/// <summary>Weights between 0 and 1 held as the conductance of one memristor or skyrmion device each, described by a pulse table.</summary>
/// <remarks>
/// Weights of this network are never negative, so one device and a common reference at GMin do; signed weights would take a pair. A write-back sends every device the pulses
/// that <see cref="WriteController"/> counts for it; each device answers from its own row of the table (D2D), each pulse with a draw of its own (C2C), and what the
/// conductance then is comes back as the weight. So all that has happened to a weight since, the normalisation of the network included, has to be made by pulses: a column whose sum is
/// not what the network normalises to, and no whole number of uneven steps makes it just that, gets about half a pulse per write-back for that alone, and its weights walk at random. Rarer
/// write-backs (SpikingDigitsSettings.WriteEvery of the study) walk less.
/// Devices start in their reset state. Not modelled: read noise, and retention, drift and endurance between write-backs. Not thread safe.
/// </remarks>
public sealed class DeviceSynapses : ISynapseStore
{
    private const int Chunk = 256;

    private readonly int rows, columns;
    private readonly DeviceBank bank;
    private readonly WriteController controller;

    /// <summary>Makes devices, all in their reset state.</summary>
    /// <param name="rows">Inputs.</param>
    /// <param name="columns">Neurons.</param>
    /// <param name="settings">How weights are held.</param>
    /// <param name="seed">Draws the devices from the population.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public DeviceSynapses(int rows, int columns, DeviceSynapseSettings settings, ulong seed)
    {
        Check.Count(rows, "The number of rows");
        Check.Count(columns, "The number of columns");
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        (this.rows, this.columns, Settings) = (rows, columns, settings);
        bank = new DeviceBank(rows * columns, settings.Table, deviceToDevice: true, seed);
        controller = new WriteController(settings.Table);
    }

    /// <summary>How weights are held.</summary>
    public DeviceSynapseSettings Settings { get; }

    /// <summary>[rows × columns], row-major: the conductances [S].</summary>
    public ReadOnlySpan<float> Conductances => bank.Conductances;

    /// <summary>[rows × columns], row-major: which device of the population each one is.</summary>
    public ReadOnlySpan<byte> Corners => bank.Corners;

    /// <summary>Potentiation pulses given.</summary>
    public long Potentiations { get; private set; }

    /// <summary>Depression pulses given.</summary>
    public long Depressions { get; private set; }

    /// <inheritdoc/>
    public long WriteBacks { get; private set; }

    /// <summary>Pulses given.</summary>
    public long Writes => Potentiations + Depressions;

    /// <inheritdoc/>
    public void WriteBack(Span<float> weights, int stride, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<float> chances = stackalloc float[Chunk];
        Span<int> pulses = stackalloc int[Chunk];
        chances.Fill(0.5f);
        for (var row = 0; row < rows; row++)
        {
            for (var first = 0; first < columns; first += Chunk)
            {
                var (at, count) = ((row * columns) + first, Math.Min(Chunk, columns - first));
                if (Settings.Rounding == PulseRounding.Stochastic)
                    stream.FillUniform(chances[..count]);
                var held = bank.Conductances.Slice(at, count);
                var wished = weights.Slice((row * stride) + first, count);
                controller.Count(held, wished, chances, pulses);
                var (raised, lowered) = bank.Give(at, pulses[..count], stream);
                (Potentiations, Depressions) = (Potentiations + raised, Depressions + lowered);
                controller.Read(held, wished);
            }
        }

        WriteBacks++;
    }

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, NpyArray>> State() =>
        [new("store_conductances", NpyArray.Of(bank.Conductances.ToArray())), new("store_counts", NpyArray.Of([WriteBacks, Potentiations, (double)Depressions]))];

    /// <inheritdoc/>
    public bool Restore(IReadOnlyDictionary<string, NpyArray> state)
    {
        if (NpyArray.Find<float>(state, "store_conductances", rows * columns) is not { } held || NpyArray.Find<double>(state, "store_counts", 3) is not { } counts)
            return false;
        bank.Restore(held);
        (WriteBacks, Potentiations, Depressions) = ((long)counts[0], (long)counts[1], (long)counts[2]);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A read of a device turns G V² t into heat, at the mean conductance; a write-back reads every device once. A pulse costs what the table says its source gives. Nothing is refreshed and nothing leaks
    /// at rest. Converters, line drivers and wires are not counted.
    /// </remarks>
    public MemoryPrice Price(SpikingWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var sum = 0.0;
        foreach (var conductance in bank.Conductances)
            sum += conductance;
        var read = sum / (rows * columns) * Settings.ReadVoltage * Settings.ReadVoltage * Settings.ReadTime;
        var reads = (work.Rows * work.Neurons) + (work.WriteBacks * rows * columns);
        var pulse = Writes == 0 ? 0 : ((Potentiations * Settings.Table.Potentiation.Energy) + (Depressions * Settings.Table.Depression.Energy)) / Writes;
        return new MemoryPrice(reads * read, work.Writes * pulse, Refresh: 0, Leakage: 0, MemoryPrice.LogicOf(work));
    }
}
