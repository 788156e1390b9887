using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Devices.Skyrmions;

/// <summary>A ferrimagnetic track along which current pulses drive a skyrmion: a shift register cell, as a compact model.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Electrically an ohmic track, I = V/TrackResistance, j = I/(TrackWidth TrackThickness), whose Joule heat raises the temperature through one
/// thermal resistance and time constant; the sublattices, and with them gyro coefficient and drag, follow the temperature within the pulse.</item>
/// <item>A skyrmion is nucleated at the notch, x = 0 (<c>present</c> 0 to 1), at the Arrhenius rate F0 exp(−Delta0/(k T)(1 − j/JCritical)^M).</item>
/// <item>It moves by the Thiele equation (<see cref="ThieleEquation{T}"/>) at the share of its free velocity that pins leave it
/// (<see cref="Pinning{T}"/>). The edges of the track repel it like a mirror skyrmion at twice the distance d: U = U0 exp(−2 d/λ) with the U0 and λ
/// (RepulsionEnergy, RepulsionLength) of two skyrmions, U0 exp(−r/λ) at distance r (Lin et al., Phys. Rev. B 87, 214419 (2013), find an exponential
/// tail).</item>
/// <item>It is lost over an edge at the rate F0 exp(−(U0 − U)/(k T)), which rises to F0 where it touches.</item>
/// </list>
/// States: x along the track in units of TrackLength, y across it in units of TrackWidth from the middle, heating in units of the ambient temperature.
/// Departures: soft stops at the ends; one skyrmion. Many of them, with single pins and thermal motion, are the business of
/// the track simulation, which uses the equations of this class. Validity: rigid skyrmions, T below 0.9 TCurie. Thread safe.
/// </remarks>
public sealed class SkyrmionTrack<T>(Card<T> card) : IJumpProcess<T>
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23;
    private const double EndWidth = 0.02;

    private static readonly JumpChannel[] AllChannels = [new("nucleation", [1, 0, 0, 0]), new("loss over an edge", [-1, 0, 0, 0])];

    private readonly ThieleEquation<T> motion = new(card);
    private readonly Pinning<T> pins = new(card);
    private readonly T resistance = card["TrackResistance", "Ohm"], thickness = card["TrackThickness", "m"];
    private readonly T width = card["TrackWidth", "m"], length = card["TrackLength", "m"];
    private readonly T ambient = card["AmbientTemperature", "K"], thermalResistance = card["ThermalResistance", "K/W"];
    private readonly T thermalTime = card["ThermalTime", "s"];
    private readonly T repulsion = card["RepulsionEnergy", "J"], range = card["RepulsionLength", "m"];
    private readonly T f0 = card["F0", "1/s"], delta0 = card["Delta0", "J"], critical = card["JCritical", "A/m^2"], m = card["M"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
    [
        new("present", Unit: "", Lower: 0, Upper: 1, Initial: 0, StateKind.Count),
        new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0),
        new("y", Unit: "", Lower: -0.5, Upper: 0.5, Initial: 0),
        new("heating", Unit: "", Lower: 0, Upper: 0.9 * card.Number("TCurie", "K") / card.Number("AmbientTemperature", "K") - 1, Initial: 0),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<JumpChannel> Channels => AllChannels;

    /// <summary>The equation of motion.</summary>
    public ThieleEquation<T> Motion => motion;

    /// <summary>The pins.</summary>
    public Pinning<T> Pins => pins;

    /// <summary>Length of the track [m].</summary>
    public T Length => length;

    /// <summary>Width of the track [m].</summary>
    public T Width => width;

    /// <summary>The time constant of its temperature [s].</summary>
    public T ThermalTime => thermalTime;

    /// <summary>The energy of two skyrmions at no distance U0 [J].</summary>
    public T RepulsionEnergy => repulsion;

    /// <summary>The length λ over which their repulsion falls [m].</summary>
    public T RepulsionLength => range;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        T present = state[0], x = state[1], y = state[2], temperature = Temperature(state[3]);
        var drive = motion.Drive(Density(voltage));
        var free = motion.Velocity(temperature, drive, EdgeForce(y * width));
        var share = pins.Freedom(drive, temperature) * present;
        rates[0] = NucleationRate(voltage, temperature, 0) * (1 - present) - LossRate(y * width, temperature) * present;
        rates[1] = Smooth.Bounded(free.X * share / length, x, 0, 1, EndWidth);
        rates[2] = Smooth.Bounded(free.Y * share / width, y, -0.5, 0.5, EndWidth);
        rates[3] = (SteadyHeating(voltage) - state[3]) / thermalTime;
        return voltage / resistance;
    }

    /// <inheritdoc/>
    public void Hazards(T voltage, ReadOnlySpan<T> state, Span<T> hazards)
    {
        var temperature = Temperature(state[3]);
        hazards[0] = NucleationRate(voltage, temperature, 0) * (1 - state[0]);
        hazards[1] = LossRate(state[2] * width, temperature) * state[0];
    }

    /// <inheritdoc/>
    public void Jump(int channel, Span<double> state, RandomStream random) => state[0] += AllChannels[channel].Increments[0];

    /// <summary>The current density in the heavy metal [A/m²].</summary>
    /// <param name="voltage">Across the track [V].</param>
    public T Density(T voltage) => voltage / (resistance * width * thickness);

    /// <summary>The voltage across the track that drives a current density [V].</summary>
    /// <param name="density">Current density in the heavy metal [A/m²].</param>
    public T Voltage(T density) => density * resistance * width * thickness;

    /// <summary>The temperature rise after many time constants, in units of the ambient temperature.</summary>
    /// <param name="voltage">Across the track [V].</param>
    public T SteadyHeating(T voltage) => voltage * voltage / resistance * thermalResistance / ambient;

    /// <summary>The temperature [K].</summary>
    /// <param name="heating">Its rise in units of the ambient temperature.</param>
    public T Temperature(T heating) => ambient * (1 + heating);

    /// <summary>How often a skyrmion appears at the notch [1/s].</summary>
    /// <param name="voltage">Across the track [V].</param>
    /// <param name="temperature">The temperature [K].</param>
    /// <param name="crowding">What it costs beyond the barrier, because others are near [J].</param>
    public T NucleationRate(T voltage, T temperature, T crowding) =>
        Nucleation.Rate(f0, delta0, Density(voltage) / critical, m, Boltzmann * temperature) * T.Exp(-(crowding / (Boltzmann * temperature)));

    /// <summary>How often a skyrmion is lost over an edge [1/s].</summary>
    /// <param name="y">Its distance from the middle of the track [m].</param>
    /// <param name="temperature">The temperature [K].</param>
    public T LossRate(T y, T temperature)
    {
        // Two factors, because their difference is lost in the energy of a skyrmion in the middle.
        var thermal = Boltzmann * temperature;
        return f0 * T.Exp(-(repulsion / thermal)) * T.Exp(EdgeEnergy(y) / thermal);
    }

    /// <summary>The energy of a skyrmion between the edges [J].</summary>
    /// <param name="y">Its distance from the middle of the track [m].</param>
    public T EdgeEnergy(T y) => repulsion * (T.Exp(-((width + 2 * y) / range)) + T.Exp(-((width - 2 * y) / range)));

    /// <summary>The force of both edges across the track [N].</summary>
    /// <param name="y">The distance from the middle of the track [m].</param>
    public T EdgeForce(T y) => 2 * repulsion / range * (T.Exp(-((width + 2 * y) / range)) - T.Exp(-((width - 2 * y) / range)));
}
