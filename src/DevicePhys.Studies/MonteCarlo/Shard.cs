using System.Globalization;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>One of several parts of a run, each for a machine of its own.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Count">Of how many.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>The whole run.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads "3/8".</summary>
    /// <exception cref="ArgumentException">It is no such text; one sentence.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var number, var count]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var c)
            && n >= 1 && n <= c
                ? new Shard(n, c)
                : throw new ArgumentException($"--shard: '{text}' is not a shard, expected a number of so many, such as 3/8.");
    }

    /// <summary>Whether a chunk of the run is its business.</summary>
    /// <param name="chunk">The chunk, from 0.</param>
    public bool Holds(int chunk) => chunk % Count == Number - 1;

    /// <summary>The part whose business a chunk is.</summary>
    /// <param name="chunk">The chunk, from 0.</param>
    /// <param name="count">The number of parts.</param>
    public static Shard Of(int chunk, int count) => new((chunk % count) + 1, count);

    /// <summary>How many chunks of a run are its business.</summary>
    /// <param name="all">The chunks of the run.</param>
    public int Chunks(int all) => (all / Count) + (Number <= all % Count ? 1 : 0);
}
