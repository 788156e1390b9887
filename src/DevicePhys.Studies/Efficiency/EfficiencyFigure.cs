namespace DevicePhys.Studies.Efficiency;

/// <summary>The energy of one synaptic event on some machine, as published and as computed here.</summary>
/// <param name="Name">The machine and what is counted as an event.</param>
/// <param name="Published">As published [J]; null where nothing is.</param>
/// <param name="Source">Who published it, and how sure the figure is; empty where nothing is.</param>
/// <param name="Computed">As computed or measured here [J]; null where it is not.</param>
/// <param name="Inputs">From what; empty where it is not.</param>
public sealed record EfficiencyFigure(string Name, double? Published, string Source, double? Computed, string Inputs)
{
    /// <summary>Computed over published; null where one is missing.</summary>
    public double? Ratio => Computed / Published;
}
