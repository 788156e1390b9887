namespace DevicePhys.Validation;

/// <summary>How many rows came out how.</summary>
/// <param name="Passed">Gates that passed.</param>
/// <param name="Failed">Gates that failed.</param>
/// <param name="Reported">Rows that are reported only.</param>
/// <param name="Unmeasured">Rows that could not be measured, for want of data.</param>
public sealed record ValidationSummary(int Passed, int Failed, int Reported, int Unmeasured)
{
    /// <summary>Counts rows.</summary>
    public static ValidationSummary Of(IReadOnlyList<ValidationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(
            rows.Count(row => row.Gated && row.Pass == true),
            rows.Count(row => row.Fails),
            rows.Count(row => !row.Gated && row.Pass is not null),
            rows.Count(row => row.Pass is null));
    }

    /// <summary>One sentence.</summary>
    public override string ToString() =>
        $"{Passed} gates passed, {Failed} failed, {Reported} reported only{(Unmeasured == 0 ? "" : $", {Unmeasured} not measured")}.";
}
