using DevicePhys.Arrays.Kernels;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Arrays.Nonidealities;

/// <summary>Program and verify: read, pulse towards the target, read again, until the read is near enough.</summary>
/// <remarks>Reads have the table's noise, devices differ (D2D), pulses answer with spread (C2C). A device whose step is larger than the tolerance may never arrive: it stops after the last pulse allowed.</remarks>
public sealed class ProgramAndVerify : INonideality
{
    private readonly PulseTable table;
    private readonly StepLookup lookup;
    private readonly IReadOnlyList<TableCorner> corners;
    private readonly float tolerance;
    private readonly int mostPulses;

    /// <summary>Prepares programming.</summary>
    /// <param name="table">The devices.</param>
    /// <param name="tolerance">How near a read must come, as a fraction of the nominal range.</param>
    /// <param name="mostPulses">Pulses after which a device is left as it is.</param>
    /// <param name="deviceToDevice">Whether every device is drawn from the table's population.</param>
    public ProgramAndVerify(PulseTable table, double tolerance, int mostPulses = 200, bool deviceToDevice = true)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPulses, 0);
        (this.table, this.mostPulses) = (table, mostPulses);
        this.tolerance = (float)(tolerance * (table.Nominal.GMax - table.Nominal.GMin));
        lookup = new StepLookup(table, deviceToDevice);
        corners = deviceToDevice && table.Population.Count > 0 ? table.Population : [table.Nominal];
    }

    /// <inheritdoc/>
    public void Apply(Span<float> conductances, int rows, int columns, RandomStream random) => Program(conductances, random);

    /// <summary>Programs devices from their reset state.</summary>
    /// <param name="conductances">The targets [S]; replaced by what was reached.</param>
    /// <param name="random">The source of all draws.</param>
    /// <returns>Pulses given, and devices whose last read was not near enough.</returns>
    public ProgrammingCount Program(Span<float> conductances, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (pulses, missed) = (0L, 0L);
        foreach (ref var conductance in conductances)
        {
            var (target, corner) = (conductance, random.NextInt(lookup.Corners));
            conductance = lookup.GMin(corner);
            for (var n = 0; ; n++)
            {
                var read = conductance + (Noise(corner, conductance) * random.NextNormalSingle());
                if (MathF.Abs(read - target) <= tolerance)
                {
                    break;
                }

                if (n == mostPulses)
                {
                    missed++;
                    break;
                }

                conductance = lookup.After(conductance, corner, read < target ? Polarity.Potentiation : Polarity.Depression, random.NextInt(lookup.Levels));
                pulses++;
            }
        }

        return new ProgrammingCount(pulses, missed);
    }

    private float Noise(int corner, float conductance)
    {
        var device = corners[corner];
        var bin = Math.Clamp((conductance - device.GMin) / (device.GMax - device.GMin) * (table.Bins - 1), 0, table.Bins - 1);
        return (float)device.ReadNoise.Span[(int)Math.Round(bin)];
    }
}
