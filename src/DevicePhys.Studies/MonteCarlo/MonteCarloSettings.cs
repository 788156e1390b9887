using DevicePhys.Variability;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>Everything that decides a Monte Carlo run apart from the card and the bench.</summary>
public sealed record MonteCarloSettings
{
    private const int Files = 64, LargestChunk = 1000;

    /// <summary>How many samples; with <see cref="Indices"/> how many points, each measured 2 + inputs times.</summary>
    public int Samples { get; init; } = 1000;

    /// <summary>The seed of every draw.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How the samples are laid out.</summary>
    public SamplingDesign Design { get; init; }

    /// <summary>What good devices keep to.</summary>
    public IReadOnlyList<OutputLimit> Limits { get; init; } = [];

    /// <summary>Whether samples are drawn around the devices that fail the one limit, for failures too rare to be met by chance.</summary>
    public bool Tail { get; init; }

    /// <summary>Whether the points of Sobol indices are measured, see <see cref="SobolIndices"/>.</summary>
    public bool Indices { get; init; }

    /// <summary>How many cycles of each device are samples, one after the other; more than one needs a card with a population, whose devices remember.</summary>
    public int Cycles { get; init; } = 1;

    /// <summary>Samples of a chunk, which is what a killed run may lose of each thread; no result depends on it.</summary>
    public int Chunk { get => field > 0 ? field : Math.Clamp((Samples + Files - 1) / Files, 1, LargestChunk); init; }

    /// <summary>Samples worked on at a time; no result depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The number of chunks.</summary>
    public int Chunks => (Samples + Chunk - 1) / Chunk;

    /// <summary>Checks every value.</summary>
    /// <param name="bench">The bench whose outputs the limits are about.</param>
    /// <exception cref="ArgumentException">A value is out of range; one sentence.</exception>
    public void Check(IMonteCarloBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentOutOfRangeException.ThrowIfLessThan(Samples, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Cycles, 1);
        if (Limits.FirstOrDefault(limit => !bench.Outputs.Any(output => output.Name == limit.Output)) is { } unknown)
            throw new ArgumentException($"--limit: bench '{bench.Name}' has no output '{unknown.Output}', expected one of {string.Join(", ", bench.Outputs.Select(output => output.Name))}.");
        if (Indices && (Tail || Cycles > 1 || !bench.DrawsDevices))
            throw new ArgumentException("--indices: expected a bench of single devices, without --tail and --cycles.");
        if (Indices && Samples < 4 * SampleDesign.Groups)
            throw new ArgumentException($"--indices: there are {Samples} points, expected at least {4 * SampleDesign.Groups}.");
        if (Tail && Limits.Count != 1)
            throw new ArgumentException($"--tail: there are {Limits.Count} limits, expected one, whose failures are looked for.");
        if (Tail && !bench.DrawsDevices)
            throw new ArgumentException($"--tail: bench '{bench.Name}' draws whole arrays, expected one whose samples are devices.");
        if (Tail && Samples < 10 * SampleDesign.Groups)
            throw new ArgumentException($"--tail: there are {Samples} samples, expected at least {10 * SampleDesign.Groups}.");
    }
}
