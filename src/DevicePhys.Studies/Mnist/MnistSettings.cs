using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Updates;
using DevicePhys.Arrays.Wires;

namespace DevicePhys.Studies.Mnist;

/// <summary>Everything that decides the outcome of an MNIST study apart from the card and its table.</summary>
/// <remarks>
/// Learning rates, weight scale and starting fill were chosen on a validation split of the training set (the last 10,000 images of a
/// seeded permutation, never the test set) by <see cref="MnistTuning"/>; "devicephys mnist --tune" repeats the choice and prints it.
/// </remarks>
public sealed record MnistSettings
{
    /// <summary>The network.</summary>
    public NetworkShape Network { get; init; } = NetworkShape.Parse("784-100-10");

    /// <summary>Training images shown, one at a time.</summary>
    public int Presentations { get; init; } = 15_000;

    /// <summary>The seeds, one training run each.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [.. Enumerable.Range(1, 10).Select(seed => (ulong)seed)];

    /// <summary>Learning rate of the ideal network.</summary>
    public double IdealRate { get; init; } = 0.8;

    /// <summary>Learning rate of the device network.</summary>
    public double DeviceRate { get; init; } = 0.8;

    /// <summary>Weight of a pair whose devices are at opposite ends of their range.</summary>
    public double WeightScale { get; init; } = 1;

    /// <summary>Where devices start, as a fraction of their range.</summary>
    public double InitialFill { get; init; } = 0.5;

    /// <summary>Half the width over which the starting pulses are spread, as a fraction of the range.</summary>
    public double InitialSpread { get; init; } = 0.125;

    /// <summary>Whether every device is drawn from the table's population.</summary>
    public bool DeviceToDevice { get; init; } = true;

    /// <summary>How wished changes become pulses.</summary>
    public UpdateRule Rule { get; init; }

    /// <summary>Images of a batch, for <see cref="UpdateRule.Batch"/>.</summary>
    public int Batch { get; init; } = 10;

    /// <summary>Slots of a pulse train, for <see cref="UpdateRule.Coincidence"/>.</summary>
    public int TrainSlots { get; init; } = 31;

    /// <summary>How the slow array follows, for <see cref="UpdateRule.Transfer"/>.</summary>
    public TransferSettings Transfer { get; init; } = new();

    /// <summary>The wires of all arrays; null for ideal ones.</summary>
    public WireSettings? Wires { get; init; }

    /// <summary>Updates after which the effective matrices of wired arrays are made anew while training; tests always see the present one.</summary>
    public int WireRefresh { get; init; } = 1000;

    /// <summary>The converters behind all sums, see <see cref="ConvertedWeights"/>; null to use the sums as they are.</summary>
    public AdcSettings? Adc { get; init; }

    /// <summary>The weighted sum that gets the converters' highest code.</summary>
    public double AdcFullScale { get; init; } = 8;

    /// <summary>Points of the accuracy curve, the last one at the end of training.</summary>
    public int Checkpoints { get; init; } = 15;

    /// <summary>Training runs at a time; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Check()
    {
        TrainingLength.Check(Presentations, Seeds, Checkpoints);

        Positive(IdealRate, "ideal learning rate");
        Positive(DeviceRate, "device learning rate");
        Positive(WeightScale, "weight scale");
        Positive(AdcFullScale, "converter full scale");
        ArgumentOutOfRangeException.ThrowIfLessThan(WireRefresh, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Batch, 1);
        if (Rule == UpdateRule.Transfer && Wires is not null)
        {
            throw new ArgumentException("the rule 'transfer' reads two arrays per layer, which have no wires here; expected ideal wires.");
        }

        Fraction(InitialFill, "initial fill");
        Fraction(InitialSpread, "initial spread");
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentException($"{name}: {value} should be a positive number.");
        }
    }

    private static void Fraction(double value, string name)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"{name}: {value} should be between 0 and 1.");
        }
    }
}
