using System.Numerics;

namespace DevicePhys.Spiking.Neurons;

/// <summary>A synaptic current of every neuron, all decaying alike: kept as it was some steps ago, with the one factor it has shrunk by since.</summary>
/// <remarks>
/// So a step need not write the currents, which in double precision do not fit into the first cache together with the potentials. Every so many steps, well
/// before the factor is small, they are brought up to date.
/// </remarks>
internal sealed class DecayingInput<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostSteps = 256;
    private const double LongestDecay = 5;

    private readonly AlignedArray<T> values;
    private readonly T[] factors, inverses;
    private int age;

    /// <param name="count">Neurons.</param>
    /// <param name="rate">What decays per step: the time step over the time constant.</param>
    public DecayingInput(int count, double rate)
    {
        values = new(count);
        var steps = (int)Math.Clamp(LongestDecay / rate, 1, MostSteps);
        factors = [.. Enumerable.Range(0, steps + 1).Select(k => T.CreateChecked(Math.Exp(-k * rate)))];
        inverses = [.. Enumerable.Range(0, steps).Select(k => T.CreateChecked(Math.Exp(k * rate)))];
    }

    /// <summary>The values as they were; times <see cref="Factor"/> they are those of now.</summary>
    public ref T First => ref values.First;

    /// <summary>What they have shrunk by since.</summary>
    public T Factor => factors[age];

    /// <summary>What an addition now is to the values as they were, per unit.</summary>
    public T Inverse => inverses[age];

    /// <summary>The value of a neuron now.</summary>
    public T this[int neuron] => values.Values[neuron] * Factor;

    /// <summary>The values of now, to be read and written until the next step.</summary>
    public Span<T> Values()
    {
        Settle();
        return values.Values;
    }

    /// <summary>Lets a step go by.</summary>
    public void Decay()
    {
        age++;
        if (age == inverses.Length)
            Settle();
    }

    private void Settle()
    {
        if (age == 0)
            return;
        var factor = Factor;
        foreach (ref var value in values.Values)
            value *= factor;
        age = 0;
    }
}
