using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>The storage capacitor of a dynamic cell with everything that empties it, each part with its own temperature law.</summary>
/// <remarks>
/// <para>First terminal: storage node; second: plate, substrate and the bit line at its worst (a stored 1 against a line at 0). Q = CS V and four
/// leakages, each a readout at VStore so that they can be told apart:</para>
/// <list type="bullet">
/// <item>Subthreshold current of the closed access transistor: EKV, IS (i(qS) − i(qD)) at the gate voltage VGOff, in weak inversion
/// IS e^((VGOff − VT)/(N UT)) (1 − e^(−V/UT)); IS ∝ T^(2 + BEX), VT = VT0 − TCV (T − 300.15 K). IS = 0 leaves it out, for a circuit in which the
/// transistor is a device of its own.</item>
/// <item>Junction: generation q ni W AJ/(2 TauG) (1 + Γ)(1 − e^(−V/2UT)), Shockley, Read, Phys. Rev. 87, 835 (1952), with the trap-assisted tunnelling
/// of Hurkx et al., IEEE TED 39, 331 (1992): Γ = 2 √(3π) F/FΓ exp((F/FΓ)²), FΓ = √(24 m (kT)³)/(qħ), F = 2 (VBI + V)/W; and diffusion
/// JDiff AJ (1 − e^(−V/UT)) ∝ ni². ni ∝ T^1.5 e^(−Eg/2kT).</item>
/// <item>Gate-induced drain leakage: AGidl WGate E e^(−B/E), E = (V − VGOff − 1.2 V)/(3 TOx), Chan et al., IEDM 1987, p. 718; B ∝ Eg^1.5; it falls
/// as V/√(V² + 0.25 V²) towards V = 0, where no field draws the carriers away.</item>
/// <item>Dielectric: ID0 sinh(V/VD) with an activation energy EaD.</item>
/// </list>
/// <para>Departures: the access transistor sees no body effect of its own storage node; forward bias of the junction is followed but has no series
/// resistance; the field of the junction is that of an abrupt one. Validity: 250 to 450 K. The spread of retention follows from the spread of
/// VT0 (main part: σ(ln t) = σ(VT)/(N UT)) and of TauG and MTat (tail).</para>
/// </remarks>
public sealed class StorageCapacitor<T>(Card<T> card) : ICapacitive<T>, IReadable<T>
    where T : struct, IReal<T>
{
    private const double Elementary = 1.602176634e-19, Boltzmann = 1.380649e-23, Planck = 1.054571817e-34, ElectronMass = 9.1093837e-31;
    private const double Silicon = 11.7 * 8.8541878128e-12, Nominal = 300.15, Density = 1.0e16;
    private static readonly Readout[] Components =
        [new("subthreshold", "A"), new("junction generation", "A"), new("junction diffusion", "A"), new("GIDL", "A"), new("dielectric", "A")];

    private readonly T capacitance = card["CS", "F"], stored = card["VStore", "V"];
    private readonly T ut = Boltzmann / Elementary * card["Temperature", "K"];
    private readonly T specific = card["IS", "A"] * T.Pow(card["Temperature", "K"] / Nominal, 2 + card["BEX"]);
    private readonly T pinch = (card["VGOff", "V"] - card["VT0", "V"] + (card["TCV", "V/K"] * (card["Temperature", "K"] - Nominal))) / card["N"];
    private readonly T generation = Elementary * Intrinsic(card["Temperature", "K"]) * card["AJ", "m^2"] / (2 * card["TauG", "s"]);
    private readonly T builtIn = card["VBI", "V"], widthPerRoot = T.Sqrt(2 * Silicon / Elementary / card["NA", "1/m^3"]);
    private readonly T tunnelField =
        T.Sqrt(24 * ElectronMass * card["MTat"] * T.Pow(Boltzmann * card["Temperature", "K"], 3)) / (Elementary * Planck);

    private readonly T diffusion = card["JDiff", "A/m^2"] * card["AJ", "m^2"] * Square(Intrinsic(card["Temperature", "K"]) / Density);
    private readonly T gateOff = card["VGOff", "V"], oxide = card["TOx", "m"], gidl = card["AGidl", "S"] * card["WGate", "m"];
    private readonly T gidlField = card["BGidl", "V/m"] * T.Pow(Gap(card["Temperature", "K"]) / Gap(Nominal), 1.5);
    private readonly T dielectricScale = card["VD", "V"];
    private readonly T dielectric = card["ID0", "A"] * T.Exp(card["EaD", "J"] / Boltzmann * ((1 / Nominal) - (1 / card["Temperature", "K"])));

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public bool Conducts => true;

    /// <inheritdoc/>
    public IReadOnlyList<Readout> Readouts => Components;

    /// <inheritdoc/>
    public T Charge(T voltage, ReadOnlySpan<T> state) => capacitance * voltage;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates) =>
        Subthreshold(voltage) + Generation(voltage) + Diffusion(voltage) + Gidl(voltage) + Dielectric(voltage);

    /// <inheritdoc/>
    /// <remarks>The five leakages at VStore: subthreshold, junction generation, junction diffusion, GIDL, dielectric [A].</remarks>
    public T Read(int readout, ReadOnlySpan<T> state) => readout switch
    {
        0 => Subthreshold(stored),
        1 => Generation(stored),
        2 => Diffusion(stored),
        3 => Gidl(stored),
        4 => Dielectric(stored),
        _ => throw new ArgumentOutOfRangeException(nameof(readout), readout, "The readouts are the leakages 0 to 4."),
    };

    private static T Square(T value) => value * value;

    // Band gap of silicon after Varshni [eV].
    private static T Gap(T temperature) => 1.16 - (0.000702 * temperature * temperature / (temperature + 1108));

    private static T Intrinsic(T temperature) =>
        Density * T.Pow(temperature / Nominal, 1.5)
        * T.Exp(Elementary / (2 * Boltzmann) * ((Gap(Nominal) / Nominal) - (Gap(temperature) / temperature)));

    private T Subthreshold(T voltage)
    {
        var (source, drain) = (InversionCharge.Of(pinch / ut), InversionCharge.Of((pinch - voltage) / ut));

        // (q² + q) of both ends, factored: the difference of equal ends is exactly 0.
        return specific * (source - drain) * (1 + source + drain);
    }

    private T Generation(T voltage)
    {
        var bending = builtIn + voltage;
        var positive = 0.5 * (bending + T.Sqrt((bending * bending) + 0.01));
        var width = widthPerRoot * T.Sqrt(positive);
        var field = 2 * positive / width / tunnelField;
        var enhancement = 1 + (2 * Math.Sqrt(3 * Math.PI) * field * T.Exp(field * field));
        return -generation * width * enhancement * Exponential.Minus1(-voltage / (2 * ut));
    }

    private T Diffusion(T voltage) => -diffusion * Exponential.Minus1(-voltage / ut);

    private T Gidl(T voltage)
    {
        // The floor of 0.1 mV keeps B/E finite; e^(−B/E) is 0 there to all digits.
        var drop = 1e-4 + Smooth.Ramp(voltage - gateOff - 1.2, 0.05);
        var field = drop / (3 * oxide);

        // Never negative; a simulator that iterates on shared terms needs to be told, or meets e^(B/|E|).
        return gidl * field * T.Exp(-gidlField / T.Abs(field)) * voltage / T.Sqrt((voltage * voltage) + 0.25);
    }

    private T Dielectric(T voltage) => dielectric * T.Sinh(voltage / dielectricScale);
}
