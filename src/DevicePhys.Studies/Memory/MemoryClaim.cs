namespace DevicePhys.Studies.Memory;

/// <summary>A published figure of a memory beside the one that follows from the cell.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Published">As the article gives it, in words.</param>
/// <param name="Claim">The same as a number [Unit]; null where the article gives no number to compare with.</param>
/// <param name="Computed">Ours [Unit].</param>
/// <param name="Unit">The SI unit; empty for a ratio.</param>
/// <param name="Inputs">What it was computed from.</param>
public sealed record MemoryClaim(string Name, string Published, double? Claim, double Computed, string Unit, string Inputs)
{
    /// <summary>How far ours lies from the published figure, relative; null where there is none.</summary>
    public double? Deviation => (Computed / Claim) - 1;
}
