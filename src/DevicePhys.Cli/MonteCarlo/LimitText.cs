using DevicePhys.Cards;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Traces;

namespace DevicePhys.Cli.MonteCarlo;

/// <summary>Limits as a user writes them: "RHigh&gt;1 kOhm".</summary>
internal static class LimitText
{
    /// <summary>Reads a limit.</summary>
    /// <exception cref="ArgumentException">It is no limit, or not one of an output of the bench; one sentence.</exception>
    public static OutputLimit Parse(string text, IMonteCarloBench bench)
    {
        var at = text.IndexOfAny(['<', '>']);
        if (at <= 0)
            throw new ArgumentException($"--limit: '{text}' is not a limit, expected what a good device keeps to, such as '{bench.Outputs[0].Name}>{Example(bench.Outputs[0])}'.");
        var (name, quantity) = (text[..at].Trim(), text[(at + 1)..].Trim());
        var output = bench.Outputs.FirstOrDefault(output => output.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"--limit: bench '{bench.Name}' has no output '{name}', expected one of {string.Join(", ", bench.Outputs.Select(o => o.Name))}.");
        return new OutputLimit(output.Name, text[at] == '>', Value(quantity, output));
    }

    /// <summary>The limit as text.</summary>
    public static string Of(OutputLimit limit, IMonteCarloBench bench) =>
        $"{limit.Output} {(limit.Above ? '>' : '<')} {SiText.Of(limit.Value, bench.Outputs.First(output => output.Name == limit.Output).Unit)}";

    private static double Value(string text, TraceColumn output)
    {
        // Accuracies are in percent, as in every report of this tool; the sign may be left out.
        var unit = output.Unit == "%" ? "" : output.Unit;
        try
        {
            var quantity = Quantity.Parse(output.Unit == "%" ? text.TrimEnd('%', ' ') : text);
            return quantity.IsIn(unit) ? quantity.Value : throw new ArgumentException($"--limit: '{text}' should be in '{output.Unit}'.");
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"--limit: {exception.Message}.", exception);
        }
    }

    private static string Example(TraceColumn output) => output.Unit.Length == 0 ? "10" : $"1 {output.Unit}";
}
