using DevicePhys.Arrays;

namespace DevicePhys.Studies.NeuroSim;

/// <summary>The online-learning task of the MLP+NeuroSim benchmark, as far as its manual defines it.</summary>
/// <remarks>
/// MLP+NeuroSim V3.0 manual, Table II, and Chen, Peng, Yu, IEEE TCAD 37(12), 3067 (2018): network 400-100-10 of sigmoid units without biases, black and
/// white inputs, squared error, gradient descent image by image with rates 0.4 and 0.2, weights from -1 to 1 in single devices against
/// a reference column, 125 epochs of 8000 images drawn at random, wished pulses rounded to whole ones. Input and hidden units drive with 1 bit, and
/// sums of columns are read with 8 bits (<see cref="PartialSumBits"/>), in training as in the test.
/// Not in the manual and therefore choices here: the starting weights (<see cref="InitialSpread"/>), and that the rates belong to the squared error and
/// not to half of it, which doubles every wish; half of it, judged by images set aside for the choice, leaves the devices of few levels without pulses.
/// Errors run back through exact weights, and their spread from device to device is 0. In software reads are ideal.
/// </remarks>
public sealed record NeuroSimSettings
{
    /// <summary>Training images shown, drawn at random with replacement.</summary>
    public int Presentations { get; init; } = 1_000_000;

    /// <summary>The seeds, one training run each.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [1, 2, 3];

    /// <summary>Hidden units.</summary>
    public int Hidden { get; init; } = 100;

    /// <summary>Learning rate of the hidden layer, for the squared error.</summary>
    public double HiddenRate { get; init; } = 0.4;

    /// <summary>Learning rate of the output layer, for the squared error.</summary>
    public double OutputRate { get; init; } = 0.2;

    /// <summary>Bits of the converters of column sums; 0 for ideal reads and graded hidden units in training.</summary>
    public int PartialSumBits { get; init; } = 8;

    /// <summary>How wished pulses are rounded.</summary>
    public PulseRounding Rounding { get; init; } = PulseRounding.Nearest;

    /// <summary>Half the width of the starting weights, as a fraction of their range from -1 to 1.</summary>
    public double InitialSpread { get; init; } = 0.5;

    /// <summary>Points of the accuracy curve, the last one at the end of training.</summary>
    public int Checkpoints { get; init; } = 10;

    /// <summary>Training runs at a time; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Check()
    {
        TrainingLength.Check(Presentations, Seeds, Checkpoints);

        foreach (var (value, name) in new[] { (HiddenRate, "hidden rate"), (OutputRate, "output rate") })
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                throw new ArgumentException($"{name}: {value} should be a positive number.");
            }
        }

        if (PartialSumBits is < 0 or > 24)
        {
            throw new ArgumentException($"partial sum bits: {PartialSumBits} should be from 1 to 24, or 0 for ideal reads.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Hidden, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
    }
}
