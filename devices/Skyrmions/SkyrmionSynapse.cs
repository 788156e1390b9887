using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Devices.Skyrmions;

/// <summary>A synapse that stores its weight as the number of magnetic skyrmions in a read zone.</summary>
/// <remarks>
/// The device is that of Song et al., Nature Electronics 3, 148 (2020): a multilayer of heavy metal and ferrimagnet; current pulses of one
/// sign bring skyrmions into the read zone, pulses of the other sign take them out. Only the abstract was at hand, which gives no
/// rates: the kinetics here are a reconstruction from general skyrmion physics:
/// <list type="bullet">
/// <item>Write path: an ohmic track, I = V/TrackResistance, j = I/(TrackWidth TrackThickness); its Joule heat raises the temperature
/// through one thermal resistance and time constant, T = AmbientTemperature (1 + heating).</item>
/// <item>Nucleation: Arrhenius with a barrier lowered by spin-orbit torque,
/// Γ = F0 exp(−Delta0/(k T) (1 − j/JCritical)^M) for j above 0, times the share of free sites.</item>
/// <item>Exit: reverse current drives skyrmions out at v = Mobility (|j| − JDepinning), a departure from Berges et al. (arXiv:2208.04384), who
/// see v linear in j above depinning and extrapolating to 0; rate v/ReadLength NMax times the share of occupied sites.</item>
/// <item>Annihilation in the zone: F0Annihilation exp(−DeltaAnnihilation/(k T)) per skyrmion; it sets the retention.</item>
/// <item>The share of k sites is (k/NMax)^Kappa. Kappa = 1: independent skyrmions (a birth–death chain, saturating writes). Kappa = 0: the
/// gate alone sets the pace, one spacing ReadLength/NMax at a time (linear writes). Between whole numbers the share follows a C1
/// curve that is 0 at 0, so the mean-field equations stop softly at both ends; for Kappa = 1 it is the straight line itself.</item>
/// <item>The gate: a skyrmion that has just passed the notch repels the next one until the ensemble has relaxed (GateRecoveryTime). With
/// GateBlocking = 1 a pulse much shorter than that moves one skyrmion at most, so writing is quieter than Poisson, which would explain states
/// that depend on a controlled number of skyrmions; that the control works like this is our guess. With
/// GateBlocking = 0 passages are independent. A passage through a busy gate is a channel of its own: it does not occupy it anew.</item>
/// </list>
/// Sizes: the total skyrmion area is A = π (Diameter/2)² SizeGain (n + excess). SizeGain is the quenched part (D2D); the fresh part gives
/// each new skyrmion a log-normal size of mean 1 and log-spread SizeSpread (C2C), and "excess" is the sum of these sizes less n.
/// A leaving skyrmion takes a share of the total that is distributed as one of n exchangeable sizes.
/// Validity: rigid skyrmions, NMax π Diameter²/4 below about 0.3 ReadArea, no current through the read junction, no shift of
/// the compensation temperature within a pulse, forward current drives no skyrmion out at the far end. Thread safe.
/// </remarks>
public sealed class SkyrmionSynapse<T>(Card<T> card) : IJumpProcess<T>, IReadable<T>
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23;

    private const double ThresholdWidth = 0.02;

    private static readonly JumpChannel[] AllChannels =
    [
        new("nucleation", [1, -1, 0, 0]),
        new("exit", [-1, -1, 0, 0]),
        new("nucleation through busy gate", [1, 0, 0, 0]),
        new("exit through busy gate", [-1, 0, 0, 0]),
        new("annihilation", [-1, 0, 0, 0]),
        new("clearing", [0, 1, 0, 0]),
    ];

    private static readonly Readout[] AllReadouts = [new("MTJ conductance", "S"), new("Hall resistance", "Ohm")];

    private readonly T trackResistance = card["TrackResistance", "Ohm"];
    private readonly T trackSection = card["TrackWidth", "m"] * card["TrackThickness", "m"];
    private readonly T ambient = card["AmbientTemperature", "K"], thermalResistance = card["ThermalResistance", "K/W"];
    private readonly T thermalTime = card["ThermalTime", "s"];
    private readonly T f0 = card["F0", "1/s"], delta0 = card["Delta0", "J"], jCritical = card["JCritical", "A/m^2"], m = card["M"];
    private readonly T f0Annihilation = card["F0Annihilation", "1/s"], deltaAnnihilation = card["DeltaAnnihilation", "J"];
    private readonly T mobility = card["Mobility", "m^3/(A s)"], jDepinning = card["JDepinning", "A/m^2"], readLength = card["ReadLength", "m"];
    private readonly T sites = card["NMax"], kappa = card["Kappa"];
    private readonly T gateBlocking = card["GateBlocking"], gateRecoveryTime = card["GateRecoveryTime", "s"];
    private readonly T meanArea = Math.PI / 4 * card["Diameter", "m"] * card["Diameter", "m"] * card["SizeGain"];
    private readonly T readArea = card["ReadArea", "m^2"], gAp = card["GAp", "S"], tmr = card["Tmr"];
    private readonly T rAhe = card["RAhe", "Ohm"], rPerSkyrmion = card["RPerSkyrmion", "Ohm"];
    private readonly double sizeSpread = card.Number("SizeSpread");

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
    [
        new("n", Unit: "", Lower: 0, Upper: Whole(card, "NMax"), Initial: 0, StateKind.Count),
        new("ready", Unit: "", Lower: 0, Upper: 1, Initial: 1, StateKind.Count),
        new("excess", Unit: "", Lower: -card.Number("NMax"), Upper: card.Number("NMax"), Initial: 0, StateKind.Mark),
        new("heating", Unit: "", Lower: 0, Upper: 5, Initial: 0),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<JumpChannel> Channels => AllChannels;

    /// <inheritdoc/>
    public IReadOnlyList<Readout> Readouts => AllReadouts;

    /// <inheritdoc/>
    /// <remarks>The states are n, ready, excess and heating, the temperature rise in units of the ambient temperature.</remarks>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        T n = state[0], ready = state[1];
        var current = voltage / trackResistance;
        var (entering, leaving, vanishing) = Flows(current, n, state[3]);
        var passable = ready + (1 - gateBlocking) * (1 - ready);
        rates[0] = (entering - leaving) * passable - vanishing;
        rates[1] = (1 - ready) / gateRecoveryTime - (entering + leaving) * ready;
        rates[2] = -(leaving * passable + vanishing) * state[2] / AtLeastOne(n);
        rates[3] = (voltage * current * thermalResistance / ambient - state[3]) / thermalTime;
        return current;
    }

    /// <inheritdoc/>
    public void Hazards(T voltage, ReadOnlySpan<T> state, Span<T> hazards)
    {
        var ready = state[1];
        var (entering, leaving, vanishing) = Flows(voltage / trackResistance, state[0], state[3]);
        var busy = (1 - gateBlocking) * (1 - ready);
        hazards[0] = entering * ready;
        hazards[1] = leaving * ready;
        hazards[2] = entering * busy;
        hazards[3] = leaving * busy;
        hazards[4] = vanishing;
        hazards[5] = (1 - ready) / gateRecoveryTime;
    }

    /// <inheritdoc/>
    public void Jump(int channel, Span<double> state, RandomStream random)
    {
        var increments = AllChannels[channel].Increments;
        var before = state[0];
        state[0] += increments[0];
        state[1] += increments[1];
        if (increments[0] > 0)
        {
            state[2] += FreshSize(random) - 1;
        }
        else if (increments[0] < 0)
        {
            // The last one takes everything with it, so that an empty zone has exactly no area.
            state[2] = state[0] > 0 ? (before + state[2]) * (1 - ShareOfOne((int)before, random)) - state[0] : 0;
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// MTJ conductance: G = GAp (1 + Tmr A/ReadArea) of a junction over the read zone, what a crossbar sees. Hall resistance:
    /// 2 RAhe A/ReadArea + RPerSkyrmion n, a four-terminal value, what the experiment measures; its offset without skyrmions is left out.
    /// </remarks>
    public T Read(int readout, ReadOnlySpan<T> state)
    {
        var coverage = meanArea * (state[0] + state[2]) / readArea;
        return readout switch
        {
            0 => gAp * (1 + tmr * coverage),
            1 => 2 * rAhe * coverage + rPerSkyrmion * state[0],
            _ => throw new ArgumentOutOfRangeException(nameof(readout), readout, "The readouts are 0 (MTJ conductance) and 1 (Hall resistance)."),
        };
    }

    // Rates of entering and leaving through an open gate, and of vanishing inside the zone [1/s].
    private (T Entering, T Leaving, T Vanishing) Flows(T current, T n, T heating)
    {
        var j = current / trackSection;
        var thermalEnergy = Boltzmann * ambient * (1 + heating);
        var nucleation = Nucleation.Rate(f0, delta0, j / jCritical, m, thermalEnergy);
        var velocity = mobility * jDepinning * Smooth.Ramp(-(j / jDepinning) - 1, ThresholdWidth);
        var annihilation = f0Annihilation * T.Exp(-(deltaAnnihilation / thermalEnergy));
        return (nucleation * Share(sites - n), velocity / readLength * sites * Share(n), annihilation * n);
    }

    // (k/NMax)^Kappa at whole k from 1 up, 0 at k = 0, C1 between; for Kappa = 1 the straight line k/NMax everywhere.
    private T Share(T k)
    {
        var atLeastOne = AtLeastOne(k);
        return T.Pow(atLeastOne / sites, kappa) * ((1 - kappa) * Step(k) + kappa * k / atLeastOne);
    }

    // k from 1 up, 1/2 from 0 down, a parabola between: keeps powers and quotients of k finite.
    private static T AtLeastOne(T k) => 0.5 + Smooth.Ramp(k - 0.5, 1);

    private static double Whole(Card<T> card, string name)
    {
        var value = card.Number(name);
        return double.IsInteger(value) && value >= 1
            ? value
            : throw card.Error(name, FormattableString.Invariant($"{value} should be a whole number from 1 up"));
    }

    // 0 up to 0, 1 from 1, C1.
    private static T Step(T k)
    {
        var inside = T.Select(k, T.Select(k - 1, 1, k), 0);
        return inside * inside * (3 - 2 * inside);
    }

    private double FreshSize(RandomStream random) => Math.Exp(sizeSpread * random.NextNormal() - sizeSpread * sizeSpread / 2);

    // The share of one in the sum of n fresh sizes: mean 1/n exactly by symmetry, strictly between 0 and 1.
    private double ShareOfOne(int n, RandomStream random)
    {
        var one = FreshSize(random);
        var all = one;
        for (var i = 1; i < n; i++)
        {
            all += FreshSize(random);
        }

        return one / all;
    }
}
