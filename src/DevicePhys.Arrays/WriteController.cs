using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DevicePhys.Arrays.Kernels;
using DevicePhys.Tables;

namespace DevicePhys.Arrays;

/// <summary>Reads weights between 0 and 1 off single devices, and turns wished weights into whole numbers of pulses.</summary>
/// <remarks>
/// weight = (G − GMin)/(GMax − GMin) with the range of the nominal device: the current of a bit line less that of a reference line at GMin. The controller knows the
/// nominal device and reads the one it writes, within 0 and 1: a wished change takes |ΔG| over the nominal mean step at that conductance, rounded to a whole number of pulses.
/// Near an end a step can be next to nothing on average, so it is taken to be at least <see cref="LeastStep"/> of the mean over the range; where pulses on average go the
/// other way (C2C at an end only leads inwards) none is given. Thread safe.
/// </remarks>
public sealed class WriteController
{
    /// <summary>The smallest step that is reckoned with, as a share of the mean step over the range: a choice of ours.</summary>
    public const float LeastStep = 0.1f;

    private readonly StepLookup means;
    private readonly float least, perSiemens, leastRaise, leastLower;

    /// <summary>Makes the controller of the devices of a table.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentException">Its pulses do not move the nominal device both ways.</exception>
    public WriteController(PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (raise, lower) = (table.MeanStep(Polarity.Potentiation), -table.MeanStep(Polarity.Depression));
        if (!(raise > 0 && lower > 0))
            throw new ArgumentException(FormattableString.Invariant($"The table of {table.Provenance.Card} has mean steps of {raise} S and {-lower} S: one above and one below 0 are expected."));
        means = new StepLookup(Means(table), population: false);
        (least, perSiemens) = ((float)table.Nominal.GMin, (float)(1 / (table.Nominal.GMax - table.Nominal.GMin)));
        (leastRaise, leastLower) = (LeastStep * perSiemens * (float)raise, LeastStep * perSiemens * (float)lower);
    }

    /// <summary>Reads weights.</summary>
    /// <param name="conductances">[S].</param>
    /// <param name="weights">As many, filled: beyond 0 or 1 where a device is beyond the nominal range.</param>
    public void Read(ReadOnlySpan<float> conductances, Span<float> weights)
    {
        ref var conductance = ref MemoryMarshal.GetReference(conductances);
        ref var weight = ref MemoryMarshal.GetReference(weights[..conductances.Length]);
        var k = (nuint)0;
        for (; k + 8 <= (nuint)conductances.Length; k += 8)
            ((Vector256.LoadUnsafe(ref conductance, k) - Vector256.Create(least)) * perSiemens).StoreUnsafe(ref weight, k);
        for (; k < (nuint)conductances.Length; k++)
            Unsafe.Add(ref weight, k) = (Unsafe.Add(ref conductance, k) - least) * perSiemens;
    }

    /// <summary>Counts the pulses that bring devices to wished weights.</summary>
    /// <param name="conductances">[S].</param>
    /// <param name="wished">As many: the weights.</param>
    /// <param name="chances">As many, 0 to 1: a broken pulse is given where its fraction and this come to 1; 0.5 rounds to the nearest.</param>
    /// <param name="pulses">As many, filled: above 0 for potentiation, below for depression.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ReadOnlySpan<float> conductances, ReadOnlySpan<float> wished, ReadOnlySpan<float> chances, Span<int> pulses)
    {
        var (zero, one) = (Vector256<float>.Zero, Vector256<float>.One);
        var (raise, lower) = (Vector256.Create(leastRaise), Vector256.Create(leastLower));
        var k = 0;
        for (; k + 8 <= conductances.Length; k += 8)
        {
            var conductance = Vector256.Create(conductances[k..]);
            var held = Vector256.MinNative(Vector256.MaxNative((conductance - Vector256.Create(least)) * perSiemens, zero), one);
            var change = Vector256.MinNative(Vector256.MaxNative(Vector256.Create(wished[k..]), zero), one) - held;
            var isLower = change.AsInt32() >>> 31;
            var down = (Vector256<int>.Zero - isLower).AsSingle();
            var (places, fractions) = means.Locate(conductance, Vector256<int>.Zero, isLower, Vector256<int>.Zero);
            var step = means.Steps(ref Unsafe.As<Vector256<int>, int>(ref places), fractions) * perSiemens;
            var forward = step ^ (down & Vector256.Create(-0f));
            var count = Vector256.Abs(change) / Vector256.MaxNative(forward, Vector256.ConditionalSelect(down, lower, raise));
            var whole = Vector256.ConvertToInt32Native(count + Vector256.Create(chances[k..])) & Vector256.GreaterThan(forward, zero).AsInt32();
            Vector256.ConditionalSelect(down.AsInt32(), -whole, whole).CopyTo(pulses[k..]);
        }

        for (; k < conductances.Length; k++)
            pulses[k] = Count(conductances[k], wished[k], chances[k]);
    }

    /// <summary>Counts the pulses for one device: the plain form of <see cref="Count(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{int})"/>, to the bit.</summary>
    /// <param name="conductance">[S].</param>
    /// <param name="wished">The weight.</param>
    /// <param name="chance">0 to 1.</param>
    public int Count(float conductance, float wished, float chance)
    {
        var held = Math.Clamp((conductance - least) * perSiemens, 0, 1);
        var change = Math.Clamp(wished, 0, 1) - held;
        var down = float.IsNegative(change);
        var step = means.Step(conductance, 0, down ? Polarity.Depression : Polarity.Potentiation, 0) * perSiemens;
        var forward = down ? -step : step;
        if (!(forward > 0))
            return 0;
        var whole = (int)((Math.Abs(change) / Math.Max(forward, down ? leastLower : leastRaise)) + chance);
        return down ? -whole : whole;
    }

    private static PulseTable Means(PulseTable table)
    {
        var nominal = table.Nominal with { Potentiation = Of(table.Nominal.Potentiation.Span), Depression = Of(table.Nominal.Depression.Span) };
        return new PulseTable(table.Bins, 1, nominal, [], table.Potentiation, table.Depression, table.RetentionTime, null, table.Provenance);

        double[] Of(ReadOnlySpan<double> steps)
        {
            var means = new double[table.Bins];
            for (var i = 0; i < steps.Length; i++)
                means[i / table.Levels] += steps[i] / table.Levels;
            return means;
        }
    }
}
