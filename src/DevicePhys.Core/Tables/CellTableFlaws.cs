namespace DevicePhys.Tables;

/// <summary>What a cell table must satisfy.</summary>
internal static class CellTableFlaws
{
    /// <summary>The first flaw, as a sentence without its stop; null when there is none.</summary>
    public static string? First(CellTable table) =>
        !Positive(table.Supply) || !Positive(table.Cycle) || !(table.ReadTime > 0 && table.ReadTime <= table.Cycle)
            ? "the supply should be above 0 V, and 0 < read time <= cycle"
        : table.Temperatures.Count == 0 || !table.Temperatures.All(Positive) || table.Temperatures.Zip(table.Temperatures.Skip(1)).Any(pair => pair.First >= pair.Second)
            ? "the temperatures should be above 0 K and ascend"
        : table.Zero.Count != table.Temperatures.Count || table.One.Count != table.Temperatures.Count
            ? "each stored value should have one condition per temperature"
        : table.Zero.Concat(table.One).Select(Condition).FirstOrDefault(flaw => flaw is not null)
        ?? (table.Provenance.Settings.Values.Any(value => value is null) ? "a setting of the provenance is null, expected a text" : null);

    private static string? Condition(CellCondition condition)
    {
        var law = condition.Retention;
        return !(NotNegative(condition.ReadEnergy) && NotNegative(condition.WriteEnergy) && NotNegative(condition.RefreshEnergy) && NotNegative(condition.Leakage))
                ? "energies and leakage should be finite and at least 0"
            : !(law.Median > 0 && NotNegative(law.Sigma) && NotNegative(law.TailSigma) && law.TailStart < 0 && double.IsFinite(law.TailStart))
                ? "a retention should have a median above 0, sigmas of at least 0 and a tail that starts below 0"
            : null;
    }

    private static bool Positive(double value) => value > 0 && double.IsFinite(value);

    private static bool NotNegative(double value) => value >= 0 && double.IsFinite(value);
}
