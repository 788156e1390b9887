namespace DevicePhys.Validation;

/// <summary>One line of the validation table.</summary>
/// <param name="Id">The name of the claim, with a letter where it has several numbers: "V06a".</param>
/// <param name="Section">The folder of the claim: "Memristors".</param>
/// <param name="Claim">What is claimed.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Check">The number.</param>
/// <param name="Failure">What stopped the measurement; null when nothing did.</param>
public sealed record ValidationRow(string Id, string Section, string Claim, string Source, Check? Check, string? Failure = null)
{
    /// <summary>Whether the row can fail a run.</summary>
    public bool Gated => Check?.Uncertainty is null;

    /// <summary>Whether the measured value lies within the tolerance; null when nothing could be measured for want of data.</summary>
    public bool? Pass => Check is null ? false : Check.Passes;

    /// <summary>Whether the row fails a run.</summary>
    public bool Fails => Gated && Pass == false;

    /// <summary>The verdict in a word: "pass", "FAIL", "within", "outside" (reported rows) or "not measured".</summary>
    public string Verdict => (Gated, Pass) switch
    {
        (_, null) => "not measured",
        (true, true) => "pass",
        (true, false) => "FAIL",
        (false, true) => "within",
        (false, false) => "outside",
    };

    /// <summary>The published value with its unit.</summary>
    public string ExpectedText => Check is null ? "" : ValueText.Of(Check.Expected, Check.Unit, Resolution);

    /// <summary>The measured value with its unit; empty when there is none.</summary>
    public string MeasuredText => Check?.Measured is { } measured ? ValueText.Of(measured, Check.Unit, Resolution) : "";

    /// <summary>What else a reader should know: an uncertainty, a missing file, a failure; empty for nothing.</summary>
    public string Note => Failure ?? Check?.Missing ?? Check?.Uncertainty ?? "";

    // One digit beyond the tolerance.
    private double Resolution => Check is null ? 0 : 0.5 * (Check.Upper - Check.Lower);
}
