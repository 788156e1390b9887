using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Programming without looking: as many pulses from reset as the nominal device would need, to devices that differ (D2D) and answer with spread (C2C).</summary>
public sealed class OpenLoop : INonideality
{
    private readonly StepLookup lookup;
    private readonly float[] reached;

    /// <summary>Prepares programming.</summary>
    /// <param name="table">The devices.</param>
    /// <param name="deviceToDevice">Whether every device is drawn from the table's population.</param>
    /// <param name="mostPulses">Pulses after which a target counts as reached.</param>
    public OpenLoop(PulseTable table, bool deviceToDevice = true, int mostPulses = 10_000)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPulses, 1);
        lookup = new StepLookup(table, deviceToDevice);
        var (nominal, means) = (new List<float>(), new StepLookup(table, population: false));
        for (var conductance = means.GMin(0); nominal.Count <= mostPulses;)
        {
            nominal.Add(conductance);
            var sum = 0.0;
            for (var level = 0; level < means.Levels; level++)
            {
                sum += means.After(conductance, 0, Polarity.Potentiation, level);
            }

            var next = (float)(sum / means.Levels);
            if (!(next > conductance * (1 + 1e-6f)))
            {
                break;
            }

            conductance = next;
        }

        reached = [.. nominal];
    }

    /// <inheritdoc/>
    public void Apply(Span<float> conductances, int rows, int columns, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref var conductance in conductances)
        {
            var corner = random.NextInt(lookup.Corners);
            var pulses = PulsesTo(conductance);
            conductance = lookup.GMin(corner);
            for (var n = 0; n < pulses; n++)
            {
                conductance = lookup.After(conductance, corner, Polarity.Potentiation, random.NextInt(lookup.Levels));
            }
        }
    }

    /// <summary>The pulses that bring the nominal device nearest to a conductance.</summary>
    private int PulsesTo(float conductance)
    {
        var place = Array.BinarySearch(reached, conductance);
        if (place >= 0)
        {
            return place;
        }

        var above = ~place;
        return above == 0 ? 0
            : above == reached.Length ? above - 1
            : conductance - reached[above - 1] < reached[above] - conductance ? above - 1 : above;
    }
}
