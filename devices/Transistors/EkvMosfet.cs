using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>The EKV MOSFET: charge based, one equation from weak to strong inversion, symmetric in drain and source.</summary>
/// <remarks>
/// <para>Enz, Krummenacher, Vittoz, Analog Integr. Circuits Signal Process. 8, 83 (1995); Bucher et al., EPFL-EKV 2.6 manual (1997); exact charge form of
/// Sallese, Bucher, Krummenacher, Fazan, Solid-State Electron. 47, 677 (2003): I = IS (i(qS) - i(qD)), i = q² + q, ln q + 2q = (VP - V)/UT,
/// IS = 2 n β UT². Intrinsic charges: EKV 2.6 eq. 64-73 with χ = q + 1/2. Temperature: UT, VT0, mobility and φ.</para>
/// <para>Departures from EKV 2.6: exact q instead of ln²(1 + e^(v/2)), which differs by up to 27 % of i; mobility falls as 1/(1 + θ VP) with a
/// softened ramp; channel-length modulation and drain-induced barrier lowering are symmetric factors of a softened |VDS|; no velocity
/// saturation, so that node cards carry an effective transconductance fitted to the drive current; the gate drive is softened over 20 mV
/// towards accumulation. No junctions: bulk diodes are devices of their own.</para>
/// </remarks>
public sealed class EkvMosfet<T>(Card<T> card) : IMultiTerminal<T>
    where T : struct, IReal<T>
{
    private const double Nominal = 300.15, ThermalPerKelvin = 8.617333262e-5;
    private readonly double polarity = SignOf(card);
    private readonly T ut = ThermalPerKelvin * card["Temperature", "K"];
    private readonly T gamma = card["Gamma", "V^0.5"], phi = PhiAt(card["Phi", "V"], card["Temperature", "K"]);
    private readonly T threshold = card["VT0", "V"] - (card["TCV", "V/K"] * (card["Temperature", "K"] - Nominal));
    private readonly T beta =
        card["KP", "A/V^2"] * (card["W", "m"] / card["L", "m"]) * T.Pow(card["Temperature", "K"] / Nominal, card["BEX"]);

    private readonly T theta = card["Theta", "1/V"], lambda = card["Lambda", "1/V"], sigma = card["Sigma"];
    private readonly T oxide = card["Cox", "F/m^2"] * card["W", "m"] * card["L", "m"];
    private readonly T overlap = card["CGSO", "F/m"] * card["W", "m"], bulkOverlap = card["CGBO", "F/m"] * card["L", "m"];

    /// <inheritdoc/>
    public IReadOnlyList<Terminal> Terminals { get; } = [new("drain"), new("gate", Conducts: false), new("source"), new("bulk", Conducts: false)];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates)
    {
        T drain = polarity * voltages[0], gate = polarity * voltages[1], source = polarity * voltages[2];
        var span = Even(drain - source);
        var drive = gate - threshold + (sigma * span) + phi + (gamma * T.Sqrt(phi));

        // sqrt(VP + φ) in closed form; the hyperbola keeps it real in accumulation.
        var root = T.Sqrt(Positive(drive) + (0.25 * gamma * gamma)) - (0.5 * gamma);
        var pinch = (root * root) - phi;
        var slope = 1 + (gamma / (2 * T.Sqrt((root * root) + (4 * ut))));
        var qs = InversionCharge.Of((pinch - source) / ut);
        var qd = InversionCharge.Of((pinch - drain) / ut);
        var specific = 2 * slope * beta * ut * ut / (1 + (theta * Positive(pinch)));
        var current = polarity * specific * (1 + (lambda * span)) * (((qs * qs) + qs) - ((qd * qd) + qd));
        currents[0] = current;
        currents[1] = 0;
        currents[2] = -current;

        var unit = -2 * slope * ut * oxide;
        T atDrain = unit * Share(qd, qs), atSource = unit * Share(qs, qd);
        var inversion = atDrain + atSource;
        var depletion = -(oxide * gamma * root) - ((slope - 1) / slope * inversion);
        T toDrain = overlap * (gate - drain), toSource = overlap * (gate - source);
        charges[0] = polarity * (atDrain - toDrain);
        charges[1] = polarity * (toDrain + toSource + (bulkOverlap * gate) - inversion - depletion);
        charges[2] = polarity * (atSource - toSource);
    }

    private static double SignOf(Card<T> card) => card.Number("Polarity") is var sign && sign is 1 or -1
        ? sign
        : throw card.Error("Polarity", "a channel is of electrons or holes, expected 1 (n) or -1 (p)");

    // φ follows the intrinsic density; band gap after Varshni (EKV 2.6 eq. 13).
    private static T PhiAt(T phi, T temperature)
    {
        var ratio = temperature / Nominal;
        return (phi * ratio) - (3 * ThermalPerKelvin * temperature * T.Log(ratio)) - (Gap(Nominal) * ratio) + Gap(temperature);
    }

    private static T Gap(T temperature) => 1.16 - (0.000702 * temperature * temperature / (temperature + 1108));

    // The share of the inversion charge that belongs to one end (Ward's partition), multiplied out so that nothing cancels in weak inversion.
    private static T Share(T near, T far)
    {
        var sum = near + far + 1;
        var cubes = (near * near * ((24 * near) + (48 * far) + 45)) + (far * far * ((16 * far) + (32 * near) + 25));
        return (cubes + (50 * near * far) + (20 * near) + (10 * far)) / (60 * sum * sum);
    }

    private static T Even(T voltage) => T.Sqrt((voltage * voltage) + 1e-4) - 0.01;

    private static T Positive(T voltage)
    {
        // Half of u + sqrt(u² + ε), written without cancellation for u below 0.
        var hyperbola = T.Sqrt((voltage * voltage) + 4e-4);
        return T.Select(voltage, 0.5 * (voltage + hyperbola), 2e-4 / (hyperbola - T.Select(voltage, 0, voltage)));
    }
}
