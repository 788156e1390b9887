using DevicePhys.Arrays;

namespace DevicePhys.Studies.NeuroSim;

/// <summary>The online-learning task of the MLP+NeuroSim benchmark, as far as its manual defines it.</summary>
/// <remarks>
/// MLP+NeuroSim V3.0 manual, Table II, and Chen, Peng, Yu, IEEE TCAD 37(12), 3067 (2018): network 400-100-10 of sigmoid units without biases, black and
/// white inputs, squared error, gradient descent image by image with rates 0.4 and 0.2, weights from -1 to 1 in single devices against
/// a reference column, 125 epochs of 8000 images drawn at random, wished pulses rounded to whole ones. Hidden units answer 0 or 1 in the test.
/// Not in the manual and therefore a choice here: the starting weights (<see cref="InitialSpread"/>), and that the rates belong to half the
/// squared error. Reads are ideal.
/// </remarks>
public sealed record NeuroSimSettings
{
    /// <summary>Training images shown, drawn at random with replacement.</summary>
    public int Presentations { get; init; } = 1_000_000;

    /// <summary>The seeds, one training run each.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [1, 2, 3];

    /// <summary>Hidden units.</summary>
    public int Hidden { get; init; } = 100;

    /// <summary>Learning rate of the hidden layer.</summary>
    public double HiddenRate { get; init; } = 0.4;

    /// <summary>Learning rate of the output layer.</summary>
    public double OutputRate { get; init; } = 0.2;

    /// <summary>Whether hidden units answer 0 or 1 when classifying.</summary>
    public bool BinaryHidden { get; init; } = true;

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

        ArgumentOutOfRangeException.ThrowIfLessThan(Hidden, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
    }
}
