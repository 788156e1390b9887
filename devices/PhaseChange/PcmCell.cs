using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.PhaseChange;

/// <summary>A phase-change mushroom cell: conduction, threshold switching, heating, melting, growth and drift of an amorphous dome.</summary>
/// <remarks>
/// <para>States: u, the thickness of the dome over UMax; theta, the temperature rise of the hot spot over the ambient temperature; f, the share that has
/// switched on; age, ln(1 + time since melting/TauDrift).</para>
/// <list type="bullet">
/// <item>Off: V/(ROn + Ra), Ra = RAm u e^(Nu age) e^((EaCond/k)(1/T − 1/300.15 K)) y/sinh y, y = qV DeltaZ/(2kT (u UMax + DeltaZ)): Ielmini and Zhang, J. Appl. Phys.
/// 102, 054517 (2007), written as a resistance. On: (|V| − VHold)/ROn. f turns on at VHold + ETh u UMax and off at VHold, within TauSwitch.</item>
/// <item>Heat: TauTh dT/dt = VI RTh − (T − T0), and a spherical field around a heater of radius RHeater: the dome's edge is at T0 + (T − T0) RHeater/(RHeater + u UMax).</item>
/// <item>The edge moves at v(T) = VGrow e^(−ln(η/η∞)) (1 − e^(−DH (Tm − T)/(Tm kT))): crystal growth below Tm, melting above, with the viscosity η of Mauro et al., PNAS
/// 106, 19780 (2009), glass temperature Tg, fragility Fragility. Form of Sebastian, Le Gallo, Krebs, Nat. Commun. 5, 4314 (2014).</item>
/// <item>Drift: R ∝ (1 + t/TauDrift)^Nu, faster when warm with the energy EDrift; molten material starts anew.</item>
/// </list>
/// <para>Departures: the whole cell voltage drives the field law; one thermal node; no crystallization by nuclei inside the dome; below Tg the viscosity
/// keeps its equilibrium curve, so retention near room temperature is too long. 1/f noise is no part of the equations: <see cref="FlickerNoise"/> with QNoise. Between
/// pulses <see cref="PcmRest"/> is exact and costs nothing. Validity: up to about 2000 K.</para>
/// </remarks>
public sealed class PcmCell<T>(Card<T> card) : ITwoTerminal<T>, IReadable<T>
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23, Elementary = 1.602176634e-19, Nominal = 300.15;

    // Mauro's law runs from infinite temperature to 10^12 Pa s over this many decades (10^-3 Pa s at infinity).
    private const double Decades = 15;
    private static readonly Readout[] AllReadouts =
        [new("programmed conductance", "S"), new("conductance now", "S"), new("noise Q", ""), new("dome temperature", "K")];

    private readonly T on = card["ROn", "Ohm"], amorphous = card["RAm", "Ohm"], activation = card["EaCond", "J"] / Boltzmann;
    private readonly T hop = card["DeltaZ", "m"], hold = card["VHold", "V"], field = card["ETh", "V/m"], sharpness = card["Sharpness", "V"];
    private readonly T switchTime = card["TauSwitch", "s"], largest = card["UMax", "m"], heater = card["RHeater", "m"];
    private readonly T ambient = card["T0", "K"], thermalResistance = card["RTh", "K/W"], thermalTime = card["TauTh", "s"];
    private readonly T growth = card["VGrow", "m/s"], glass = card["Tg", "K"], steepness = (card["Fragility"] / Decades) - 1;
    private readonly T melting = card["Tm", "K"], latent = card["DH", "J"] / Boltzmann;
    private readonly T driftTime = card["TauDrift", "s"], exponent = card["Nu"], driftEnergy = card["EDrift", "J"] / Boltzmann;
    private readonly T read = card["VRead", "V"], referenceAge = T.Log(1 + (card["TRef", "s"] / card["TauDrift", "s"])), noise = card["QNoise"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
    [
        new("u", Unit: "", Lower: 0, Upper: 1, Initial: 0),
        new("theta", Unit: "", Lower: 0, Upper: 10, Initial: 0),
        new("f", Unit: "", Lower: 0, Upper: 1, Initial: 0),
        new("age", Unit: "", Lower: 0, Upper: 60, Initial: 0),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Readout> Readouts => AllReadouts;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        T u = state[0], theta = state[1], share = state[2], age = state[3];
        var hot = ambient * (1 + theta);
        var edge = EdgeTemperature(u, theta);
        var holding = hold * T.Tanh(10 * u);
        var current = (share * Switching.Beyond(voltage, holding) / on) + ((1 - share) * voltage / (on + Amorphous(voltage, u, edge, age)));
        rates[0] = Smooth.Bounded(-Velocity(edge) / largest, u, 0, 1, 0.01);
        rates[1] = ((voltage * current * thermalResistance / ambient) - theta) / thermalTime;
        rates[2] = Switching.Rate(voltage, share, holding + (field * u * largest), holding, sharpness, switchTime);
        var aging = T.Exp(driftEnergy * ((1 / ambient) - (1 / edge)) - age) / driftTime;
        var molten = Smooth.Step((hot / melting) - 1, 0.1);
        rates[3] = ((1 - molten) * aging * Smooth.Step(59 - age, 2)) - (molten * age / thermalTime);
        return current;
    }

    /// <inheritdoc/>
    /// <remarks>Programmed conductance: at VRead, ambient temperature and the age TRef, whatever the age; conductance now: at the state's own age.</remarks>
    public T Read(int readout, ReadOnlySpan<T> state) => readout switch
    {
        0 => 1 / (on + Amorphous(read, state[0], ambient, referenceAge)),
        1 => 1 / (on + Amorphous(read, state[0], ambient, state[3])),
        2 => noise,
        3 => EdgeTemperature(state[0], state[1]),
        _ => throw new ArgumentOutOfRangeException(nameof(readout), readout, "The readouts are 0 to 3."),
    };

    private T EdgeTemperature(T u, T theta) => ambient * (1 + (theta * heater / (heater + (u * largest))));

    private T Amorphous(T voltage, T u, T temperature, T age)
    {
        var y = Elementary * voltage * hop / (2 * Boltzmann * temperature * ((u * largest) + hop));
        var thermal = T.Exp(activation * ((1 / temperature) - (1 / Nominal)));
        return amorphous * u * T.Exp(exponent * age) * thermal * OverSinh(y);
    }

    // y/sinh y without its 0/0: a series within 1e-3, where the next term is 1e-16.
    private static T OverSinh(T y)
    {
        var beyond = T.Abs(y) - 1e-3;
        var inside = T.Select(beyond, 0, y);
        var outside = T.Select(beyond, y, 1);
        return T.Select(beyond, outside / T.Sinh(outside), 1 - (inside * inside / 6 * (1 - (7 * inside * inside / 60))));
    }

    private T Velocity(T temperature)
    {
        var reduced = glass / temperature;
        var viscosity = Math.Log(10) * Decades * reduced * T.Exp(steepness * (reduced - 1));
        return growth * T.Exp(-viscosity) * (1 - T.Exp(-latent * (melting - temperature) / (melting * temperature)));
    }
}
