using DevicePhys.Arrays.Wires;

namespace DevicePhys.Studies.Inference;

/// <summary>What happens to trained weights between software and the answers of an array of a table's devices.</summary>
public sealed record TableInferenceSettings
{
    /// <summary>How weights get into devices.</summary>
    public Programming Programming { get; init; }

    /// <summary>How near a verified device must come, as a fraction of the range; null for half of the mean potentiation step.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Pulses after which verifying leaves a device as it is.</summary>
    public int MostPulses { get; init; } = 200;

    /// <summary>Whether every device is drawn from the table's population.</summary>
    public bool DeviceToDevice { get; init; } = true;

    /// <summary>Whether every read of every device has the table's noise.</summary>
    public bool ReadNoise { get; init; } = true;

    /// <summary>The share of devices that stand at an end of the range whatever is written, half of them at either end.</summary>
    public double Stuck { get; init; }

    /// <summary>Time between programming and reading [s], during which the table's retention law acts.</summary>
    public double Age { get; init; }

    /// <summary>The wires; null for ideal ones. They do not go together with read noise.</summary>
    public WireSettings? Wires { get; init; }

    /// <summary>Networks made, each of devices of its own.</summary>
    public int Instances { get; init; } = 100;

    /// <summary>The seed of all draws of devices.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Networks at a time; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Check()
    {
        if (Tolerance is not (null or (> 0 and <= 1)))
        {
            throw new ArgumentException($"tolerance: {Tolerance} should be a fraction of the range, above 0 and at most 1.");
        }

        if (Stuck is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"stuck devices: {Stuck} should be a share between 0 and 1.");
        }

        if (!(Age >= 0 && double.IsFinite(Age)))
        {
            throw new ArgumentException($"age: {Age} s should be 0 or more.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MostPulses, 0);
    }
}
