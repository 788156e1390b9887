namespace DevicePhys.Tables;

/// <summary>What a bit cell does at one temperature with one stored value.</summary>
/// <param name="ReadEnergy">Energy of reading the value [J].</param>
/// <param name="WriteEnergy">Energy of writing the value over the other one [J].</param>
/// <param name="RefreshEnergy">Energy of refreshing it [J]; 0 where no refresh is needed.</param>
/// <param name="Leakage">Current that the cell draws at rest, referred to the supply [A].</param>
/// <param name="Retention">How long the value lasts.</param>
public sealed record CellCondition(double ReadEnergy, double WriteEnergy, double RefreshEnergy, double Leakage, RetentionLaw Retention);
