namespace DevicePhys.Validation.Memristors;

/// <summary>The window functions at the ends of the range.</summary>
public sealed class DriftWindows : IValidation
{
    // µ ROn/D² of the shipped cards.
    private const double Drift = 1e4;

    /// <inheritdoc/>
    public string Id => "V02";

    /// <inheritdoc/>
    public string Claim => "drift window";

    /// <inheritdoc/>
    public string Source => "definitions: Strukov 2008, Joglekar and Wolf 2009, Biolek 2009, Prodromakis 2011";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var name in (string[])["Strukov", "Joglekar", "Biolek", "Prodromakis"])
        {
            var worst = Math.Max(Math.Abs(Window(name, 1, 1)), Math.Abs(Window(name, 0, -1)));
            yield return Check.Absolute($"{name} at the end it moves to", 0, "", 1e-15, worst);
        }

        yield return Check.Relative("Biolek when it leaves an end", 1, "", 1e-6, Window("Biolek", 0, 1));
    }

    private static double Window(string name, double x, int direction)
    {
        var device = Memristor.Of($"LinearIonDrift.{name}");
        return device.Rate(direction, x) / (Drift * device.Current(direction, x));
    }
}
