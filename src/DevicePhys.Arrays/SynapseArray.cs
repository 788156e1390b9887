using System.Runtime.CompilerServices;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Arrays;

/// <summary>Weights held by pairs of devices in two crossbars: where weight becomes conductance and back (<see cref="ReferencedArray"/> for single devices).</summary>
/// <remarks>
/// weight = scale × (G⁺ − G⁻) / (GMax − GMin), with the range of the nominal device. A wished change of weight becomes a number of pulses
/// by the nominal mean step, rounded stochastically; each pulse goes, by a fair coin, to one device of the pair (potentiation of one or
/// depression of the other), and that device answers with a draw from its own row of the pulse table: so non-linearity, C2C, D2D
/// and saturation all act. The controller knows only the nominal device.
/// <para>
/// Few cells get a pulse, so the update draws how many cells to skip instead of asking each one. A cell whose chance is at most p passes
/// an exponential number of mean 1 over to the next one with −ln(1 − p) taken off; where it is used up a candidate stands, kept with the ratio of
/// its own chance to p. What is left over goes on into the next column (the exponential has no memory), so one draw serves as
/// many columns as it lasts. Pulses per cell are independent Bernoulli numbers of the wished chances, as in <see cref="UpdatePlain"/>,
/// to the 24 bits of the draw that keeps a candidate.
/// </para>
/// <para>Not thread safe. Products and updates allocate nothing.</para>
/// </remarks>
public sealed class SynapseArray : IWeightMatrix
{
    private readonly PulseTable table;
    private readonly StepLookup lookup;
    private readonly RandomStream random;
    private readonly PulseDraws draws;
    private readonly float[] padded;
    private readonly int[] busy;
    private readonly float weightPerSiemens;
    private readonly float weightPerPulse;
    private readonly DevicePair pair;
    private readonly DensePulses dense;
    private long potentiations;
    private long depressions;

    /// <summary>Creates the array and programs every device from its reset state with pulses.</summary>
    /// <param name="rows">Inputs.</param>
    /// <param name="columns">Outputs.</param>
    /// <param name="table">What a pulse does; at most 256 devices in its population.</param>
    /// <param name="settings">How weights are mapped.</param>
    /// <param name="random">The array's own stream: device draws, starting pulses and every later pulse come from it.</param>
    /// <exception cref="ArgumentException">A setting is out of range or the table cannot be used for training.</exception>
    public SynapseArray(int rows, int columns, PulseTable table, SynapseSettings settings, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.WeightScale);
        if (table.Population.Count > 256)
        {
            throw new ArgumentException($"The table's population has {table.Population.Count} devices; an array holds at most 256 different ones.");
        }

        var raise = table.MeanStep(Polarity.Potentiation);
        var lower = -table.MeanStep(Polarity.Depression);
        if (!(raise > 0 && lower > 0))
        {
            throw new ArgumentException($"The table of {table.Provenance.Card} cannot be trained with: its mean steps are {raise} S and {-lower} S, expected one above and one below 0.");
        }

        (this.table, this.random) = (table, random);
        pair = new DevicePair(rows, columns);
        lookup = new StepLookup(table, settings.DeviceToDevice);
        (padded, busy) = (new float[pair.Stride], new int[pair.Stride]);
        draws = new PulseDraws(random);
        dense = new DensePulses(pair, lookup, random);
        weightPerSiemens = (float)(settings.WeightScale / (table.Nominal.GMax - table.Nominal.GMin));
        weightPerPulse = (float)(weightPerSiemens * (raise + lower) / 2);
        var startPulses = (table.Nominal.GMax - table.Nominal.GMin) / raise;
        Fabricate(0, settings, startPulses);
        Fabricate(pair.Half, settings, startPulses);
    }

    /// <inheritdoc/>
    public int Rows => Plus.Rows;

    /// <inheritdoc/>
    public int Columns => Plus.Columns;

    /// <summary>The devices that count positively.</summary>
    public Crossbar Plus => pair.Plus;

    /// <summary>The devices that count negatively.</summary>
    public Crossbar Minus => pair.Minus;

    /// <summary>Potentiation pulses given since the array was made, starting pulses left out.</summary>
    public long PotentiationPulses => potentiations + dense.Potentiations;

    /// <summary>Depression pulses given since the array was made.</summary>
    public long DepressionPulses => depressions + dense.Depressions;

    /// <summary>The weight of one siemens [1/S].</summary>
    public double WeightPerSiemens => weightPerSiemens;

    /// <summary>The mean change of weight by one pulse of the nominal device.</summary>
    public double MeanWeightStep => weightPerPulse;

    internal float WeightPerPulse => weightPerPulse;

    /// <summary>Energy drawn from the pulse sources by those pulses, at the table's mean energy per pulse [J].</summary>
    public double WriteEnergy => (PotentiationPulses * table.Potentiation.Energy) + (DepressionPulses * table.Depression.Energy);

    /// <inheritdoc/>
    public void Multiply(ActiveInput input, Span<float> output)
    {
        RowSums.Add(new DifferenceRows(Plus.Cells, Minus.Cells), input, padded);
        ToWeights(output[..Columns]);
    }

    /// <summary>The same as <see cref="Multiply"/>, written plainly: the reference it is compared with.</summary>
    /// <param name="input">The driven rows.</param>
    /// <param name="output">[Columns], filled.</param>
    public void MultiplyPlain(ActiveInput input, Span<float> output)
    {
        RowSums.AddPlain(new DifferenceRows(Plus.Cells, Minus.Cells), input, padded);
        ToWeights(output[..Columns]);
    }

    /// <inheritdoc/>
    public void MultiplyTransposed(ReadOnlySpan<float> delta, Span<float> result)
    {
        Pad(delta, weightPerSiemens);
        RowSums.Across(new DifferenceRows(Plus.Cells, Minus.Cells), padded, result);
    }

    /// <inheritdoc/>
    public void Update(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        Pad(delta, rate / weightPerPulse);
        var peak = 0f;
        foreach (var x in input.Values)
        {
            peak = MathF.Max(peak, MathF.Abs(x));
        }

        var count = 0;
        var left = draws.Exponential();
        for (var j = 0; j < Columns; j++)
        {
            var chance = MathF.Abs(padded[j]) * peak;
            if (chance > Hazard.Largest)
            {
                busy[count++] = j;
            }
            else if (chance > 0)
            {
                left = PulseColumn(input, j, peak, Hazard.Of(chance), left);
            }
        }

        // Vectors pay where most of their lanes have a column.
        var columns = busy.AsSpan(0, count);
        if (count > Columns / 2)
        {
            dense.Give(input, columns, padded);
        }
        else if (count > 0)
        {
            PulseCells(input, columns);
        }
    }

    /// <summary>The same as <see cref="Update"/> in distribution, written plainly: every cell draws its own number of pulses.</summary>
    /// <param name="input">The driven rows.</param>
    /// <param name="delta">[Columns].</param>
    /// <param name="rate">The learning rate.</param>
    public void UpdatePlain(ActiveInput input, ReadOnlySpan<float> delta, float rate)
    {
        Pad(delta, rate / weightPerPulse);
        for (var j = 0; j < Columns; j++)
        {
            busy[j] = j;
        }

        PulseCells(input, busy.AsSpan(0, Columns));
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<float> weights)
    {
        for (var i = 0; i < Rows; i++)
        {
            var plus = Plus.Row(i);
            var minus = Minus.Row(i);
            for (var j = 0; j < Columns; j++)
            {
                weights[(i * Columns) + j] = weightPerSiemens * (plus[j] - minus[j]);
            }
        }
    }

    /// <summary>Pulses the cells of one column that the exponential number and its successors point to.</summary>
    /// <returns>What is left of the last number at the end of the column.</returns>
    private double PulseColumn(ActiveInput input, int column, float peak, double hazard, double left)
    {
        var threshold = peak * (1f / (1 << 24));
        var inverse = 1 / hazard;
        for (var from = 0; ;)
        {
            var rest = (input.Count - from) * hazard;
            if (left >= rest)
            {
                return left - rest;
            }

            // Rounding may point one cell beyond the last.
            var k = Math.Min(from + double.ConvertToIntegerNative<int>(left * inverse), input.Count - 1);
            var x = input.Values[k];
            if ((draws.Word() >> 8) * threshold < MathF.Abs(x))
            {
                Pulse(input.Rows[k], column, padded[column] * x > 0);
            }

            from = k + 1;
            left = draws.Exponential();
        }
    }

    private void PulseCells(ActiveInput input, ReadOnlySpan<int> columns)
    {
        for (var k = 0; k < input.Count; k++)
        {
            foreach (var column in columns)
            {
                var wished = padded[column] * input.Values[k];
                var count = float.ConvertToIntegerNative<int>(MathF.Abs(wished) + ((draws.Word() >> 8) * (1f / (1 << 24))));
                for (var n = 0; n < count; n++)
                {
                    Pulse(input.Rows[k], column, wished > 0);
                }
            }
        }
    }

    /// <summary>Gives one pulse to one device of a pair.</summary>
    internal void Give(int row, int column, bool raise) => Pulse(row, column, raise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Pulse(int row, int column, bool raise)
    {
        // One word decides both: its lowest bit which device of the pair, the others the level of the step.
        var word = draws.Word();
        var usePlus = (word & 1) != 0;
        var level = (int)(((ulong)(word >> 1) * (uint)lookup.Levels) >> 31);
        var polarity = raise == usePlus ? Polarity.Potentiation : Polarity.Depression;
        var at = (row * padded.Length) + column + (usePlus ? 0 : pair.Half);
        ref var conductance = ref pair.Conductances[at];
        conductance = lookup.After(conductance, pair.Corners[at], polarity, level);
        (polarity == Polarity.Potentiation ? ref potentiations : ref depressions)++;
    }

    private void Fabricate(int first, SynapseSettings settings, double fullRange)
    {
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                var at = first + (i * padded.Length) + j;
                var corner = random.NextInt(lookup.Corners);
                var fill = settings.InitialFill + (settings.InitialSpread * ((2 * random.NextSingle()) - 1));
                var pulses = (int)((fill * fullRange) + random.NextSingle());
                var conductance = lookup.GMin(corner);
                for (var n = 0; n < pulses; n++)
                {
                    conductance = lookup.After(conductance, corner, Polarity.Potentiation, random.NextInt(lookup.Levels));
                }

                pair.Corners[at] = (byte)corner;
                pair.Conductances[at] = conductance;
            }
        }
    }

    private void ToWeights(Span<float> output)
    {
        for (var j = 0; j < output.Length; j++)
        {
            output[j] = weightPerSiemens * padded[j];
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
