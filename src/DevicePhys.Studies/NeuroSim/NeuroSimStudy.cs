using DevicePhys.Arrays;
using DevicePhys.Arrays.Converters;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Studies.NeuroSim;

/// <summary>Trains the network of the MLP+NeuroSim benchmark with a card's device, or in software.</summary>
/// <remarks>Every run owns its random streams, keyed by its seed alone: results do not depend on threads or on the other seeds.</remarks>
public static class NeuroSimStudy
{
    private const int Classes = 10;

    /// <summary>
    /// How the table of a card is made: bins narrower than the C2C spread of a pulse, the device of the card alone (the published runs have
    /// no D2D spread).
    /// </summary>
    public static CharacterizationOptions TableOptions { get; } = new() { Bins = 129, Draws = 1024, Population = 0 };

    /// <summary>Trains with a device.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="images">Images as the benchmark shows them: see <see cref="BinaryCrop"/>.</param>
    /// <param name="card">The device: its pulses of a full run are the parameters PMaxLtp and PMaxLtd.</param>
    /// <param name="table">Its pulse table.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="Errors.CardException">The card has no full run of pulses.</exception>
    public static MnistResult RunDevice(
        NeuroSimSettings settings, DigitSet images, Card card, PulseTable table, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(card);
        var array = new ReferencedSettings(
            card.Value("PMaxLtp"), card.Value("PMaxLtd"), settings.Rounding, DeviceToDevice: false, InitialSpread: settings.InitialSpread);
        var ratio = table.Nominal.GMax / table.Nominal.GMin;
        return Run(settings, images, card.Id, Session, progress, cancellation);

        NeuroSimSession Session(int inputs, ulong seed)
        {
            var (hidden, output) = (Layer(inputs, settings.Hidden, seed, 0), Layer(settings.Hidden, Classes, seed, 1));
            IWeightMatrix[] read = settings.PartialSumBits == 0
                ? [hidden, output]
                : [new PartialSums(hidden, ratio, settings.PartialSumBits), new PartialSums(output, ratio, settings.PartialSumBits)];
            var network = new Perceptron(read, settings.PartialSumBits == 0 ? BinaryUnits.Classifying : BinaryUnits.Always);
            return new NeuroSimSession(settings, images, network, () => Pulses(hidden) + Pulses(output), seed);
        }

        ReferencedArray Layer(int rows, int columns, ulong seed, int layer) =>
            new(rows, columns, table, array, new RandomStream(seed, "referenced array", (ulong)layer));

        static long Pulses(ReferencedArray layer) => layer.PotentiationPulses + layer.DepressionPulses;
    }

    /// <summary>Trains in software.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="images">Images as the benchmark shows them: see <see cref="BinaryCrop"/>.</param>
    /// <param name="progress">Told the finished fraction, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The outcome.</returns>
    public static MnistResult RunIdeal(NeuroSimSettings settings, DigitSet images, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Run(settings, images, "software", Session, progress, cancellation);

        NeuroSimSession Session(int inputs, ulong seed) => new(
            settings, images, new Perceptron([Layer(inputs, settings.Hidden, seed, 0), Layer(settings.Hidden, Classes, seed, 1)], BinaryUnits.Classifying), () => 0, seed);

        FloatWeights Layer(int rows, int columns, ulong seed, int layer) =>
            new(rows, columns, (float)(2 * settings.InitialSpread), new RandomStream(seed, "ideal weights", (ulong)layer));
    }

    private static MnistResult Run(
        NeuroSimSettings settings,
        DigitSet images,
        string activity,
        Func<int, ulong, NeuroSimSession> session,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(images);
        settings.Check();
        var checkpoints = Enumerable.Range(1, settings.Checkpoints).Select(point => (int)((long)settings.Presentations * point / settings.Checkpoints)).ToArray();
        var runs = new TrainingRun[settings.Seeds.Count];
        var steps = 0;
        var inputs = images.Train.Rows * images.Train.Columns;
        Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation }, r =>
        {
            runs[r] = session(inputs, settings.Seeds[r]).Run(checkpoints, Advance, cancellation);
        });
        return new MnistResult(checkpoints, runs);

        void Advance() =>
            progress?.Report(new WorkProgress(activity, (double)Interlocked.Increment(ref steps) / (runs.Length * checkpoints.Length)));
    }
}
