namespace DevicePhys.Arrays.Updates;

/// <summary>How a slow array follows a fast one, see <see cref="TransferWeights"/>.</summary>
/// <param name="Every">Updates from one transferred row to the next.</param>
/// <param name="Rate">The share of a fast weight that is transferred.</param>
/// <param name="Gain">The share of the fast weight that counts in the sums.</param>
public sealed record TransferSettings(int Every = 1, double Rate = 0.1, double Gain = 0)
{
    /// <summary>Updates from one transferred row to the next, at least 1.</summary>
    public int Every { get; init; } = Every >= 1 ? Every : throw new ArgumentOutOfRangeException(nameof(Every), Every, "A row is transferred after at least one update.");
}
