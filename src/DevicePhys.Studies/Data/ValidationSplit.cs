using DevicePhys.Sampling;

namespace DevicePhys.Studies.Data;

/// <summary>A training part divided into images to learn from and images to choose settings by.</summary>
/// <param name="Training">The images to learn from.</param>
/// <param name="Validation">The images to choose settings by; none of them is in <paramref name="Training"/>.</param>
public sealed record ValidationSplit(DigitImages Training, DigitImages Validation)
{
    /// <summary>Sets images aside: the last ones of a permutation that depends on the seed only.</summary>
    /// <param name="train">The training part; the test part has no business here.</param>
    /// <param name="validationCount">How many images to set aside, 1 to Count-1.</param>
    /// <param name="seed">The seed of the permutation.</param>
    /// <returns>Both parts, as copies, each in the order of the permutation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of the parts would be empty.</exception>
    public static ValidationSplit Split(DigitImages train, int validationCount, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfLessThan(validationCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validationCount, train.Count);
        var order = new int[train.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        new RandomStream(seed, "validation-split").Shuffle<int>(order);
        return new ValidationSplit(train.Take(order.AsSpan(..^validationCount)), train.Take(order.AsSpan(^validationCount..)));
    }
}
