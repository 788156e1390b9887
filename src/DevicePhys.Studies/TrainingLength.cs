namespace DevicePhys.Studies;

/// <summary>What the settings of every training study have in common: how long, how often, how many points of the curve.</summary>
internal static class TrainingLength
{
    /// <summary>Checks them.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public static void Check(int presentations, IReadOnlyList<ulong> seeds, int checkpoints)
    {
        if (presentations is < 1 or > 100_000_000)
        {
            throw new ArgumentException($"presentations: {presentations} should be between 1 and 100000000.");
        }

        if (seeds.Count == 0 || seeds.Distinct().Count() != seeds.Count)
        {
            throw new ArgumentException("seeds: expected at least one, none of them twice.");
        }

        if (checkpoints < 1 || checkpoints > presentations)
        {
            throw new ArgumentException($"checkpoints: {checkpoints} should be between 1 and the {presentations} presentations.");
        }
    }
}
