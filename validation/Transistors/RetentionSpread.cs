using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Sampling;
using DevicePhys.Statistics;

namespace DevicePhys.Validation.Transistors;

/// <summary>How the retention time of one-transistor cells scatters with the threshold voltage, and that it suffices for the published standby current.</summary>
public sealed class RetentionSpread : IValidation
{
    private const int Cells = 4000;
    private const double Lost = 0.3;

    /// <inheritdoc/>
    public string Id => "V34";

    /// <inheritdoc/>
    public string Claim => "retention time of one-transistor cells, threshold spread of 30 mV, slope factor 1.4";

    /// <inheritdoc/>
    public string Source => "Edri et al., IEEE TCAS-I 63(2), 222 (2016): log-normal; weak inversion: σ(ln t) = σ(VT)/(n UT) = 0.83 at 300 K";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        // Alone: a cell in which the closed transistor is the leakage, as in gain cells, and only its threshold scatters.
        var card = OneSpread(DeviceCatalog.Default.Card("StorageCapacitor.Planar130")).With("VGOff", 0);
        var random = new RandomStream(1, "validation retention");
        var logs = new double[Cells];
        for (var i = 0; i < Cells; i++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            logs[i] = Math.Log(ChargeLoss.Time(card.Sample(SpreadOrigin.DeviceToDevice, random), Lost, DeviceCatalog.Default));
        }

        var mean = logs.Average();
        var deviation = Math.Sqrt(logs.Sum(t => (t - mean) * (t - mean)) / (Cells - 1));
        var sigma = 0.0644 * card.Value("VT0", "V");
        yield return Check.Relative("σ(ln t)", sigma / (1.4 * 8.617333262e-5 * 300), "", 0.03, deviation);
        var normal = new RandomStream(2, "validation retention");
        var test = KolmogorovSmirnov.TwoSample(logs, [.. Enumerable.Range(0, 10 * Cells).Select(_ => mean + (deviation * normal.NextNormal()))]);
        yield return Check.AtLeast("log-normal, p-value of Kolmogorov and Smirnov", 0.05, "", test.PValue);
    }

    // All spreads but that of the threshold are set to nothing.
    private static Card OneSpread(Card card) => card.Parameters
        .Where(parameter => parameter.Name != "VT0" && parameter.D2D is not null)
        .Aggregate(card, (changed, parameter) => changed.With(parameter with { D2D = null }));
}
