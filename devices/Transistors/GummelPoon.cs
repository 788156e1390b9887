using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>The Gummel–Poon bipolar transistor with avalanche multiplication in its collector junction.</summary>
/// <remarks>
/// Gummel, Poon, Bell Syst. Tech. J. 49, 827 (1970), in SPICE's form and letters; avalanche: Miller, Phys. Rev. 99, 1234 (1955), M = 1/(1 - (VCB/BV)^MA),
/// applied to all current that crosses the collector junction. Depletion charges with grading, linear above FC times the built-in voltage. IS
/// follows the temperature from TNOM on as that of silicon (<see cref="SaturationCurrent"/>), ISE and ISC as its roots 1/NE and 1/NC.
/// Departures: beyond 95 % of BV the multiplication goes on along its tangent; no series resistances (add resistors); exponentials go on
/// along their tangent above 80 thermal voltages; BF, BR and the junction capacitances do not follow the temperature.
/// </remarks>
public sealed class GummelPoon<T>(Card<T> card) : IMultiTerminal<T>, IJunctions
    where T : struct, IReal<T>
{
    private const double FC = 0.5, Turn = 0.95;
    private readonly double polarity = card.Number("Polarity") is var sign && sign is 1 or -1
        ? sign
        : throw card.Error("Polarity", "a transistor is npn or pnp, expected 1 (npn) or -1 (pnp)");

    private readonly T ut = 8.617333262e-5 * card["Temperature", "K"];
    private readonly T saturation = card["IS", "A"] * Hot(card), bf = card["BF"], br = card["BR"], nf = card["NF"], nr = card["NR"];
    private readonly T emitterLeak = card["ISE", "A"] * T.Pow(Hot(card), 1 / card["NE"]), ne = card["NE"];
    private readonly T collectorLeak = card["ISC", "A"] * T.Pow(Hot(card), 1 / card["NC"]), nc = card["NC"];
    private readonly T earlyForward = card["VAF", "V"], earlyReverse = card["VAR", "V"], ikf = card["IKF", "A"], ikr = card["IKR", "A"];
    private readonly T breakdown = card["BV", "V"], sharpness = card["MA"];
    private readonly T forwardTime = card["TF", "s"], reverseTime = card["TR", "s"];
    private readonly Depletion<T> emitterJunction = new(card["CJE", "F"], card["VJE", "V"], card["MJE"], FC);
    private readonly Depletion<T> collectorJunction = new(card["CJC", "F"], card["VJC", "V"], card["MJC"], FC);

    /// <inheritdoc/>
    public IReadOnlyList<Terminal> Terminals { get; } = [new("collector"), new("base"), new("emitter")];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Junction> Junctions { get; } = JunctionsOf(card);

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates)
    {
        T emitter = polarity * voltages[1], collector = polarity * (voltages[1] - voltages[0]);
        var forward = saturation * Exponential.Minus1(emitter / (nf * ut));
        var reverse = saturation * Exponential.Minus1(collector / (nr * ut));

        // Wide junctions widen the base; far forward of the Early voltages the factor goes to 0 as a hyperbola instead of below it.
        var early = 1 - (collector / earlyForward) - (emitter / earlyReverse);
        var widths = T.Select(early - 0.5, early, 0.25 / (1 - T.Select(early - 0.5, 0, early)));
        var level = (forward / ikf) + (reverse / ikr);
        var high = 0.5 * (1 + T.Sqrt(1 + (4 * T.Select(level, level, 0))));
        var transport = forward / high * widths;
        var backward = reverse / high * widths;
        var leak = collectorLeak * Exponential.Minus1(collector / (nc * ut));

        var crossing = transport - backward - (reverse / br) - leak;
        var extra = Multiplication(-collector) * (transport - leak);
        var intoBase = (forward / bf) + (emitterLeak * Exponential.Minus1(emitter / (ne * ut))) + (reverse / br) + leak;
        currents[0] = polarity * (crossing + extra);
        currents[1] = polarity * (intoBase - extra);

        var atEmitter = (forwardTime * transport) + emitterJunction.Charge(emitter);
        var atCollector = (reverseTime * backward) + collectorJunction.Charge(collector);
        charges[0] = -polarity * atCollector;
        charges[1] = polarity * (atEmitter + atCollector);
    }

    private static T Hot(Card<T> card) => SaturationCurrent.Ratio(card["Temperature", "K"], card["TNOM", "K"]);

    private static IReadOnlyList<Junction> JunctionsOf(Card<T> card)
    {
        var thermal = 8.617333262e-5 * card.Number("Temperature", "K");
        var saturation = card.Number("IS", "A") * SaturationCurrent.Ratio<Real>(card.Number("Temperature", "K"), card.Number("TNOM", "K")).Value;
        var (p, n) = card.Number("Polarity") > 0 ? (0, 1) : (1, 0);
        int[] baseToEmitter = [1, 2], baseToCollector = [1, 0];
        return
        [
            new(baseToEmitter[p], baseToEmitter[n], card.Number("NF") * thermal, saturation),
            new(baseToCollector[p], baseToCollector[n], card.Number("NR") * thermal, saturation),
        ];
    }

    /// <summary>M - 1; 0 for a junction that is not reversed.</summary>
    private T Multiplication(T reversed)
    {
        var part = Smooth.Ramp(reversed / breakdown, 0.02);
        var inside = T.Select(part - Turn, Turn, part);
        var power = T.Pow(inside, sharpness);
        var turn = T.Pow(Turn, sharpness);
        var slope = sharpness * turn / (Turn * (1 - turn) * (1 - turn));
        return (power / (1 - power)) + T.Select(part - Turn, slope * (part - Turn), 0);
    }
}
