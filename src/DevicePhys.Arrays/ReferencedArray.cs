using System.Runtime.CompilerServices;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Arrays;

/// <summary>Weights held by one device each, against a reference column half-way through the nominal range.</summary>
/// <remarks>
/// weight = scale × (2 (G − GMin)/(GMax − GMin) − 1), with the range of the nominal device: the mapping of the MLP+NeuroSim benchmark (Chen, Peng,
/// Yu, IEEE TCAD 37(12), 3067 (2018)). The controller believes that a full run of its pulses crosses the range in equal steps, so a
/// wished change of weight dw is dw/(2 scale) times the pulses of a full run; what the device makes of every single pulse comes from its own
/// row of the pulse table. <see cref="SynapseArray"/> holds a weight in a pair of devices instead. Not thread safe. Products and updates allocate
/// nothing.
/// </remarks>
public sealed class ReferencedArray : IWeightMatrix
{
    private readonly Crossbar cells;
    private readonly StepLookup lookup;
    private readonly PulseDraws draws;
    private readonly byte[] corners;
    private readonly float[] padded;
    private readonly int[] busy;
    private readonly bool nearest;
    private readonly float weightPerSiemens, reference, raiseRun, lowerRun;

    /// <summary>Creates the array; conductances start evenly spread around the reference.</summary>
    /// <param name="rows">Inputs.</param>
    /// <param name="columns">Outputs.</param>
    /// <param name="table">What a pulse does; at most 256 devices in its population.</param>
    /// <param name="settings">How weights are mapped.</param>
    /// <param name="random">The array's own stream: device draws, starting conductances and every later pulse come from it.</param>
    /// <exception cref="ArgumentException">A setting is out of range or the table has too many devices.</exception>
    public ReferencedArray(int rows, int columns, PulseTable table, ReferencedSettings settings, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        settings.Check();
        if (table.Population.Count > 256)
        {
            throw new ArgumentException($"The table's population has {table.Population.Count} devices; an array holds at most 256 different ones.");
        }

        cells = new Crossbar(rows, columns);
        lookup = new StepLookup(table, settings.DeviceToDevice);
        draws = new PulseDraws(random);
        corners = new byte[cells.Cells.Values.Length];
        padded = new float[cells.Cells.Stride];
        busy = new int[cells.Cells.Stride];
        nearest = settings.Rounding == PulseRounding.Nearest;
        var range = table.Nominal.GMax - table.Nominal.GMin;
        reference = (float)(table.Nominal.GMin + (0.5 * range));
        weightPerSiemens = (float)(2 * settings.WeightScale / range);
        raiseRun = (float)(settings.PotentiationPulses / (2 * settings.WeightScale));
        lowerRun = (float)(settings.DepressionPulses / (2 * settings.WeightScale));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                corners[(i * padded.Length) + j] = (byte)random.NextInt(lookup.Corners);
                cells[i, j] = reference + (float)(range * settings.InitialSpread * ((2 * random.NextDouble()) - 1));
            }
        }
    }

    /// <inheritdoc/>
    public int Rows => cells.Rows;

    /// <inheritdoc/>
    public int Columns => cells.Columns;

    /// <summary>The devices.</summary>
    public Crossbar Cells => cells;

    /// <summary>Potentiation pulses given since the array was made.</summary>
    public long PotentiationPulses { get; private set; }

    /// <summary>Depression pulses given since the array was made.</summary>
    public long DepressionPulses { get; private set; }

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        RowSums.Add(new SingleRows(cells.Cells), input, padded);
        var offset = 0f;
        foreach (var x in input.Values)
        {
            offset += x;
        }

        for (var j = 0; j < Columns; j++)
        {
            output[j] = weightPerSiemens * (padded[j] - (reference * offset));
        }
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result)
    {
        Pad(delta, weightPerSiemens);
        RowSums.Across(new SingleRows(cells.Cells), padded, result);
        var offset = 0f;
        foreach (var d in padded)
        {
            offset += d;
        }

        for (var i = 0; i < Rows; i++)
        {
            result[i] -= reference * offset;
        }
    }

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        Pad(delta, rate);
        var peak = 0f;
        foreach (var x in input.Values)
        {
            peak = MathF.Max(peak, MathF.Abs(x));
        }

        // In the dead zone nothing is asked for whatever the input: most columns of a trained network are there.
        var (count, most) = (0, MathF.Max(raiseRun, lowerRun));
        for (var j = 0; j < Columns; j++)
        {
            var wish = MathF.Abs(padded[j]) * peak * most;
            if (nearest ? wish >= 0.5f : wish > 0)
            {
                busy[count++] = j;
            }
        }

        for (var k = 0; k < input.Count && count > 0; k++)
        {
            PulseRow(input.Rows[k], input.Values[k], busy.AsSpan(0, count));
        }
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights)
    {
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                weights[(i * Columns) + j] = weightPerSiemens * (cells[i, j] - reference);
            }
        }
    }

    private void PulseRow(int row, float x, ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            var change = padded[column] * x;
            var wished = change > 0 ? change * raiseRun : -change * lowerRun;
            var count = (int)(wished + (nearest ? 0.5f : (draws.Word() >> 8) * (1f / (1 << 24))));
            if (count > 0)
            {
                Pulse((row * padded.Length) + column, change > 0 ? Polarity.Potentiation : Polarity.Depression, count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pulse(int at, Polarity polarity, int count)
    {
        ref var conductance = ref cells.Cells.Values[at];
        for (var n = 0; n < count; n++)
        {
            var level = (int)(((ulong)draws.Word() * (uint)lookup.Levels) >> 32);
            conductance = lookup.After(conductance, corners[at], polarity, level);
        }

        if (polarity == Polarity.Potentiation)
        {
            PotentiationPulses += count;
        }
        else
        {
            DepressionPulses += count;
        }
    }

    private void Pad(ReadOnlySpan<float> delta, float factor)
    {
        for (var j = 0; j < Columns; j++)
        {
            padded[j] = factor * delta[j];
        }

        padded.AsSpan(Columns).Clear();
    }
}
