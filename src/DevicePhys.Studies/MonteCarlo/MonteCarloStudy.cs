using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Sampling;
using DevicePhys.Statistics;
using DevicePhys.Traces;
using DevicePhys.Variability;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>A Monte Carlo run: many devices of a card, each drawn and measured by itself.</summary>
/// <remarks>
/// Sample i is a function of card, bench, settings and i: threads, chunks, shards and interruptions change nothing, to the last bit. Where a fit
/// left the numbers of the card uncertain, each of the 16 groups of samples has a draw of them of its own, so that the uncertainty, which more
/// samples cannot reduce, shows as a spread of the groups. Where the card has a population, samples are cycles of devices of it, with their
/// correlations and their memory; the parameters it does not cover are drawn by their spreads.
/// </remarks>
public sealed class MonteCarloStudy
{
    private readonly Card card;
    private readonly IMonteCarloBench bench;
    private readonly CardDraws draws;
    private readonly SampleDesign design;
    private readonly Card[] fitted;
    private readonly int dimensions;

    /// <summary>Prepares a run.</summary>
    /// <param name="card">The card.</param>
    /// <param name="bench">What is measured.</param>
    /// <param name="settings">How many samples, and how.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public MonteCarloStudy(Card card, IMonteCarloBench bench, MonteCarloSettings settings)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check(bench);
        (this.card, this.bench) = (card, bench);
        draws = new CardDraws(card);
        dimensions = bench.DrawsDevices ? draws.Dimensions : 0;
        if (settings.Tail && dimensions == 0)
            throw new ArgumentException($"--tail: {card.Id} has no D2D spreads, so that no device of it differs from another.", nameof(card));
        if (card.Population is not null && bench.DrawsDevices && (settings.Tail || settings.Design != SamplingDesign.Random))
            throw new ArgumentException($"--sampling: the devices of {card.Id} are drawn from its population, expected random samples without --tail.", nameof(settings));
        if (settings.Cycles > 1 && (card.Population is null || !bench.DrawsDevices))
            throw new ArgumentException($"--cycles: {card.Id} on bench '{bench.Name}' has no population of devices that remember, expected a card that 'population' wrote and a bench of devices.", nameof(settings));
        if (settings.Indices && (draws.Inputs.Count < 2 || card.Population is not null))
            throw new ArgumentException($"--indices: {card.Id} has {draws.Inputs.Count} parameters that scatter independently{(card.Population is null ? "" : ", and a population in which they do not")}, expected at least 2.", nameof(settings));
        Settings = settings with { Chunk = settings.Chunk * (PerPoint = settings.Indices ? 2 + draws.Inputs.Count : 1), Samples = settings.Samples * PerPoint };
        design = new SampleDesign(settings.Design, settings.Seed, settings.Samples, dimensions * (settings.Indices ? 2 : 1));
        fitted = [.. Enumerable.Range(0, SampleDesign.Groups).Select(group => card.Uncertainty?.Sample(card, new RandomStream(settings.Seed, "monte carlo fit", (ulong)group)) ?? card)];
        IEnumerable<string> names = bench.DrawsDevices ? draws.Parameters.Union(card.Population?.Places.Select(place => place.Parameter) ?? []).Order(StringComparer.Ordinal) : [];
        Parameters = [.. names.Select(name => new TraceColumn(name, card.Parameter(name).Unit))];
        var content = FormattableString.Invariant(
            $"{DevicePhysVersion.Current}\n{card.Hash}\n{bench.Settings}\n{settings.Samples}\n{settings.Seed}\n{settings.Design}\n{settings.Chunk}\n{settings.Cycles}\n{settings.Indices}\n{(settings.Tail ? settings.Limits[0] : "")}");
        Identity = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    /// <summary>The settings.</summary>
    public MonteCarloSettings Settings { get; }

    /// <summary>Samples of a point of the design: one after the other, at A, at B and with each input exchanged for <see cref="SobolIndices"/>; else 1.</summary>
    public int PerPoint { get; }

    /// <summary>The inputs that scatter independently.</summary>
    public IReadOnlyList<string> Inputs => draws.Inputs;

    /// <summary>What is drawn, with SI units, by name.</summary>
    public IReadOnlyList<TraceColumn> Parameters { get; }

    /// <summary>Whether the card carries the uncertainty of a fit, of which each group of samples has a draw.</summary>
    public bool IsFitted => card.Uncertainty is not null;

    /// <summary>SHA-256 of everything that decides the samples, hexadecimal.</summary>
    public string Identity { get; }

    /// <summary>Where the failing devices lie, in standard deviations; null without importance sampling, and before the run.</summary>
    public DefensiveMixture? Mixture { get; private set; }

    /// <summary>The device of a sample, and the seed of whatever else is random in it.</summary>
    /// <param name="index">Which sample.</param>
    public (Card Card, ulong Seed, double Weight) Sample(int index)
    {
        var normals = new double[dimensions];
        var (point, set) = (index / PerPoint, index % PerPoint);
        if (Settings.Indices)
            SobolIndices.Point(design, point, set, draws.InputOf, normals);
        else
            design.Normals(index, normals);
        var weight = Mixture?.Move(index, normals) ?? 1;

        // What else is random in a device is an input like any other: one at A, another at B, and that of A where inputs are exchanged.
        var random = new RandomStream(Settings.Seed, set == 1 && Settings.Indices ? "monte carlo sample B" : "monte carlo sample", (ulong)point);
        var seed = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
        var origin = Settings.Indices ? card : fitted[index % SampleDesign.Groups];
        if (!bench.DrawsDevices)
            return (origin, seed, weight);
        var device = draws.Draw(origin, normals, random);
        return (card.Population?.Draw(device, Settings.Seed, index / Settings.Cycles, index % Settings.Cycles) ?? device, seed, weight);
    }

    /// <summary>The indices of every output.</summary>
    /// <param name="samples">All samples of the run.</param>
    /// <returns>[Outputs]; null for one that does not vary, or that too few points have.</returns>
    public IReadOnlyList<SobolIndices?> IndicesOf(MonteCarloSamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return [.. Enumerable.Range(0, samples.Outputs.Count).Select(output =>
        {
            try
            {
                return SobolIndices.Of(draws.Inputs.Count, samples.Output(output));
            }
            catch (ArgumentException)
            {
                return null;
            }
        })];
    }

    /// <summary>Measures the samples of a shard, those apart that are kept already.</summary>
    /// <param name="store">Where chunks are kept; null to keep none.</param>
    /// <param name="shard">Which part of the run.</param>
    /// <param name="progress">Told the finished fraction and the mean so far, or null.</param>
    /// <param name="cancellation">Stops the run; what is kept stays.</param>
    /// <returns>All samples when all chunks are there, by this process or others; else null.</returns>
    public MonteCarloSamples? Run(ChunkStore? store, Shard shard, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        FindShift(store, cancellation);
        var all = MonteCarloSamples.Empty(Parameters, bench.Outputs, Settings.Samples);
        var (done, missing, mean, gate) = (0, 0, default(Moments), new Lock());
        var own = Enumerable.Range(0, Settings.Chunks).Where(shard.Holds).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Settings.Threads, CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(own, EnumerablePartitionerOptions.NoBuffering), options, chunk =>
        {
            var samples = Load(store, chunk) ?? Measure(store, chunk, cancellation);
            all.Place(samples, chunk * Settings.Chunk);
            lock (gate)
            {
                mean += Moments.Of([.. samples.Output(0).Where(double.IsFinite)]);
                progress?.Report(new WorkProgress(RunningMean(mean), (double)++done / own.Length));
            }
        });
        foreach (var chunk in Enumerable.Range(0, Settings.Chunks).Where(chunk => !shard.Holds(chunk)))
        {
            if (Load(store, chunk) is { } samples)
                all.Place(samples, chunk * Settings.Chunk);
            else
                missing++;
        }

        return missing == 0 ? all : null;
    }

    private void FindShift(ChunkStore? store, CancellationToken cancellation)
    {
        if (!Settings.Tail || Mixture is not null)
            return;
        var output = bench.Outputs.Select(o => o.Name).ToList().IndexOf(Settings.Limits[0].Output);
        var shift = store?.LoadShift(dimensions) ?? CrossEntropySearch.Shift(dimensions, Excess, Settings.Seed, threads: Settings.Threads, cancellation: cancellation);
        store?.SaveShift(shift);
        Mixture = new DefensiveMixture(Settings.Samples, shift);

        double Excess(double[] normals)
        {
            var values = new double[bench.Outputs.Count];
            bench.Measure(draws.Draw(card, normals, new RandomStream(Settings.Seed, "monte carlo search")), Settings.Seed, values, cancellation);
            return Settings.Limits[0].Excess(values[output]);
        }
    }

    private int Length(int chunk) => Math.Min(Settings.Chunk, Settings.Samples - (chunk * Settings.Chunk));

    private MonteCarloSamples? Load(ChunkStore? store, int chunk) => store?.Load(chunk, Parameters, bench.Outputs, Length(chunk));

    private MonteCarloSamples Measure(ChunkStore? store, int chunk, CancellationToken cancellation)
    {
        var samples = MonteCarloSamples.Empty(Parameters, bench.Outputs, Length(chunk));
        var (p, m) = (Parameters.Count, bench.Outputs.Count);
        for (var i = 0; i < samples.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (device, seed, weight) = Sample((chunk * Settings.Chunk) + i);
            samples.Weights[i] = weight;
            for (var k = 0; k < p; k++)
                samples.Drawn[(i * p) + k] = device.Value(Parameters[k].Name, Parameters[k].Unit);
            var row = samples.Measured.AsSpan(i * m, m);
            try
            {
                bench.Measure(device, seed, row, cancellation);
            }
            catch (ConvergenceException)
            {
                // One device of many that cannot be followed is counted as missing; it should not cost the others.
                row.Fill(double.NaN);
            }
        }

        store?.Save(chunk, samples);
        return samples;
    }

    private string RunningMean(Moments moments)
    {
        var output = bench.Outputs[0];
        if (moments.Count < 2)
            return $"{bench.Name} of {card.Id}";
        var half = 1.96 * moments.StandardDeviation / Math.Sqrt(moments.Count);
        return FormattableString.Invariant($"{output.Name} {moments.Mean:G5} ± {half:G2} {output.Unit}, {moments.Count} samples");
    }
}
