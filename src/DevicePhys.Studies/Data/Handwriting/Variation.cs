using DevicePhys.Sampling;

namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>The random deviations of a hand.</summary>
/// <remarks>
/// Only + - × / and square roots are used from here to the pixel: IEEE 754 rounds them alike everywhere, so that the digits are the
/// same bytes on every machine, which a library's sine or logarithm would not promise.
/// </remarks>
internal static class Variation
{
    /// <summary>Draws from a bell-shaped distribution of mean 0 and standard deviation 1 that ends at ±3: the sum of three uniform numbers.</summary>
    public static double NextBell(this RandomStream random) => 2 * (random.NextSingle() + (double)random.NextSingle() + random.NextSingle() - 1.5);

    /// <summary>Draws a factor around 1, as often f as 1/f.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="spread">The standard deviation, below 1/3.</param>
    public static double NextFactor(this RandomStream random, double spread)
    {
        var half = 0.5 * spread * random.NextBell();
        return (1 + half) / (1 - half);
    }
}
