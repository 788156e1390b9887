using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Skyrmions;

/// <summary>Independent sites that fill by pulses: a binomial count.</summary>
public sealed class SkyrmionFilling : IValidation
{
    private const int Pulses = 6, Trains = 2000;
    private const double Width = 10e-9, Wanted = 0.12;

    /// <inheritdoc/>
    public string Id => "V25";

    /// <inheritdoc/>
    public string Claim => "skyrmion count of independent sites after 6 pulses of probability q";

    /// <inheritdoc/>
    public string Source => "closed form: binomial of p = 1 − (1 − q)^k, so the mean is NeuroSim's exponential curve with A = −1/ln(1 − q)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        // Without heating the hazard is constant within a pulse.
        var card = DeviceCatalog.Default.Card("SkyrmionSynapse.Independent").With("ThermalResistance", 0);
        var (n, voltage) = (card.Value("NMax"), VoltageOf(card));
        double[] distribution = [1, .. new double[(int)n]];
        var q = 0.0;
        var slot = new PulseSlot([0, Width], _ => voltage, new Dictionary<string, Func<double, double>> { ["heating"] = _ => 0 });
        var matrix = new CountChainBuilder(Synapse(card)).Transitions(slot).Matrix.ToArray();
        for (var pulse = 0; pulse < Pulses; pulse++)
        {
            distribution = [.. distribution.Select((_, to) => distribution.Select((share, from) => share * matrix[from * distribution.Length + to]).Sum())];
            q = pulse == 0 ? Mean(distribution) / n : q;
        }

        var p = 1 - Math.Pow(1 - q, Pulses);
        var (mean, variance) = (Mean(distribution), distribution.Select((share, k) => share * k * k).Sum() - Math.Pow(Mean(distribution), 2));
        yield return Check.Relative("mean of the exact chain over N (1 − exp(−6/A))", 1, "", 1e-9, mean / (n * (1 - Math.Exp(Pulses * Math.Log(1 - q)))));
        yield return Check.Relative("variance of the exact chain over N p (1 − p)", 1, "", 1e-9, variance / (n * p * (1 - p)));

        var counts = Sampled(card, voltage, run.Cancellation);
        var average = counts.Average();
        yield return Check.Absolute("2,000 sampled trains, error of the mean in σ", 0, "", 3, (average - n * p) / Math.Sqrt(n * p * (1 - p) / Trains));
        yield return Check.Absolute(
            "2,000 sampled trains, error of the variance in σ", 0, "", 3, (counts.Average(k => (k - n * p) * (k - n * p)) / (n * p * (1 - p)) - 1) / Math.Sqrt(2.0 / Trains));
    }

    private static double[] Sampled(Card card, double voltage, CancellationToken cancellation)
    {
        var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(card), new Constant(voltage));
        var counts = new double[Trains];
        for (var train = 0; train < Trains; train++)
        {
            stepper.Reset();
            stepper.Run(Pulses * Width, new RandomStream(1, "skyrmion filling", (ulong)train), cancellation);
            counts[train] = stepper.State[0];
        }

        return counts;
    }

    // The voltage at which a site fills with the wanted probability in one pulse.
    private static double VoltageOf(Card card)
    {
        var synapse = Synapse(card);
        var (low, high) = (0.0, card.Value("JCritical", "A/m^2") * card.Value("TrackWidth", "m") * card.Value("TrackThickness", "m") * card.Value("TrackResistance", "Ohm"));
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            var hazards = new Real[synapse.Channels.Count];
            synapse.Hazards(middle, [0, 1, 0, 0], hazards);
            (low, high) = 1 - Math.Exp(-hazards[0].Value * Width / card.Value("NMax")) < Wanted ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static SkyrmionSynapse<Real> Synapse(Card card) => (SkyrmionSynapse<Real>)DeviceCatalog.Default.Create<Real>(card);

    private static double Mean(double[] distribution) => distribution.Select((share, k) => share * k).Sum();
}
