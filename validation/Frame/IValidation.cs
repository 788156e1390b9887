namespace DevicePhys.Validation;

/// <summary>One published claim and how it is measured here.</summary>
/// <remarks>
/// To add one: a public sealed class with a constructor without parameters, anywhere in this project; its folder is the section it is
/// shown in. Nothing is registered. It calls the library and writes no equation of it anew; expected values come from the source it names, or
/// from a closed form independent of the library. A claim with several numbers gives several checks; the rows are then V11a, V11b and so on.
/// <code>
/// /// &lt;summary&gt;The read resistance of the published parameter set.&lt;/summary&gt;
/// public sealed class StanfordRead : IValidation
/// {
///     public string Id => "V06";
///     public string Claim => "Stanford-PKU: resistance at 0.1 V";
///     public string Source => "MemTorch 1.1.6 ships the rounded values";
///     public IEnumerable&lt;Check&gt; Run(ValidationRun run) => [Check.Relative("gap 0.2 nm", 541.82, "Ohm", 1e-5, Resistance(0.2))];
/// }
/// </code>
/// A check is a gate unless <see cref="Check.Reported"/> says why the published value cannot be one.
/// </remarks>
public interface IValidation
{
    /// <summary>Its name: capital letters, then at least two digits, unique in the project.</summary>
    string Id { get; }

    /// <summary>What is claimed, one line.</summary>
    string Claim { get; }

    /// <summary>Who says so: paper, table, closed form, other program.</summary>
    string Source { get; }

    /// <summary>Whether it takes longer than a few seconds; such a claim runs by name or on request only.</summary>
    bool IsSlow => false;

    /// <summary>Measures.</summary>
    /// <param name="run">Progress and cancellation.</param>
    /// <returns>The checks, always the same ones in the same order.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    IEnumerable<Check> Run(ValidationRun run);
}
