namespace DevicePhys.Arrays.Memory;

/// <summary>A code that corrects one error in a word: 8 bits beside 64.</summary>
/// <remarks>The (72, 64) code of Hsiao, IBM J. Res. Dev. 14(4), 395 (1970). Errors of a word are independent; a second one is beyond repair.</remarks>
public static class ErrorCorrection
{
    private const int Word = 72, Data = 64;

    /// <summary>Cells for each bit of data.</summary>
    public const double Overhead = (double)Word / Data;

    /// <summary>The share of words with two wrong bits or more.</summary>
    /// <param name="raw">The chance that one bit is wrong.</param>
    public static double Beyond(double raw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(raw);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raw, 1);

        // The terms from two errors on: 1 minus the first two would cancel where errors are rare.
        var (sum, term) = (0.0, Word * (Word - 1) / 2.0 * raw * raw * Math.Pow(1 - raw, Word - 2));
        for (var errors = 2; errors <= Word && raw < 1; errors++)
        {
            sum += term;
            term *= (Word - errors) / (errors + 1.0) * raw / (1 - raw);
        }

        return raw < 1 ? Math.Min(1, sum) : 1;
    }

    /// <summary>The chance of a wrong bit at which a given share of words is beyond repair.</summary>
    /// <param name="target">The share, between 0 and 1.</param>
    public static double RawTarget(double target)
    {
        if (!(target > 0 && target < 1))
            throw new ArgumentOutOfRangeException(nameof(target), target, "The share of lost words should lie between 0 and 1.");
        var (low, high) = (0.0, 1.0);
        for (var halving = 0; halving < 200 && low < high; halving++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Beyond(middle) < target ? (middle, high) : (low, middle);
        }

        return low;
    }
}
