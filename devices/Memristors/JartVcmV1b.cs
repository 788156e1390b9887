using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>JART VCM v1b: a filament whose oxygen vacancies move between a disc and a plug, behind a Schottky contact.</summary>
/// <remarks>
/// Cüppers et al., APL Materials 7, 091105 (2019); Bengel et al., IEEE TCAS-I 67(12), 4618 (2020); source doi:10.26165/JUELICH-DATA/LUA8QY (CC0).
/// The first terminal is the active electrode: SET at V below 0. States: log10 of the vacancy concentration N of the disc [1e26/m³], and,
/// algebraic, the voltage u = I R across the cold ohmic part, R = RDisc + RPlug + RTiOx + R0.
/// <list type="bullet">
/// <item><c>RDisc = LDet/(N z e MuN A)</c>, <c>RPlug = (LCell - LDet)/(NPlug z e MuN A)</c>, <c>A = π RDet²</c>; the line heats up: R0 becomes
/// <c>R0 (1 + R0 AlphaLine RThLine I²)</c>.</item>
/// <item>Contact: thermionic field emission for V below 0, thermionic emission above, over a barrier lowered by its image force. The residual
/// compares the logarithms of what the contact carries and of I.</item>
/// <item>Filament: <c>T = T0 + I (V - VSeries) RTh0 (RNominal/RDet)²</c>, times RThReset for V above 0.</item>
/// <item>Ions: <c>dN/dt = -c a Nu0 (exp(-W₋/kT) - exp(-W₊/kT)) FLim/LDet</c>, c = (NPlug + N)/2, with the hopping barriers
/// <c>W∓ = WA (sqrt(1 - γ²) ∓ γ π/2 + γ asin γ)</c>, <c>γ = z a E/(π WA)</c>; E is the field in the disc for V below 0, in the
/// cell above; <c>FLim = 1 - (N/NMax)^10</c> or <c>1 - (NMin/N)^10</c>.</item>
/// </list>
/// Departures: what differs by sign goes over within 1 mV around 0 V, and ions stand still at 0 V; the barrier ends softly at 1 meV, its lowering at
/// a band bending of 10 mV; |VSchottky| is rounded within 0.1 mV; sqrt(1 - γ²) + γ asin γ is its series to γ^10, |γ| at most 1;
/// the equations are frozen where log N is more than 0.1 beyond its bounds.
/// Validity: quasi-static temperature below about 2300 K, so SET down to about -1.1 V without a series resistor. Thread safe.
/// </remarks>
public sealed class JartVcmV1b<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23, Charge = 1.602176634e-19, Planck = 6.62607015e-34;
    private const double ElectronMass = 9.1093837139e-31, Vacuum = 8.8541878188e-12, Density = 1e26;
    private const double Decade = 2.302585092994046, Margin = 0.1;
    private const double SignWidth = 0.002, ColdWidth = 50, LeastBarrier = 1e-3, LeastBending = 0.01, LeastContact = 1e-4;

    private readonly T t0 = card["T0", "K"], z = card["Z"], richardson = card["AStar", "A/(m^2 K^2)"];
    private readonly T eps = card["Eps"], epsPhiB = card["EpsPhiB"], phi0 = card["Phi0", "V"], phiN = card["PhiN", "V"];
    private readonly T muN = card["MuN", "m^2/(V s)"], nPlug = card["NPlug", "1/m^3"] / Density;
    private readonly T logMin = T.Log(card["NMin", "1/m^3"] / Density) / Decade, logMax = T.Log(card["NMax", "1/m^3"] / Density) / Decade;
    private readonly T a = card["A", "m"], nu0 = card["Nu0", "1/s"], barrier = card["WA", "J"] / Charge;
    private readonly T rTh0 = card["RTh0", "K/W"], rThReset = card["RThReset"], rNominal = card["RNominal", "m"], rDet = card["RDet", "m"];
    private readonly T lCell = card["LCell", "m"], lDet = card["LDet", "m"], rTiOx = card["RTiOx", "Ohm"];
    private readonly T r0 = card["R0", "Ohm"], lineHeating = card["AlphaLine", "1/K"] * card["RThLine", "K/W"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
    [
        new("logN", Unit: "", Math.Log10(card.Number("NMin", "1/m^3") / Density), Math.Log10(card.Number("NMax", "1/m^3") / Density),
            Math.Log10(card.Number("NMin", "1/m^3") / Density)),
        new("u", Unit: "V", Lower: -3, Upper: 3, Initial: 0, StateKind.Algebraic),
    ];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        // Beyond its bounds a trial of the solver finds frozen equations that lead back, and no exponential of itself.
        var logN = state[0] - Smooth.Ramp(state[0] - logMax - Margin, Margin) + Smooth.Ramp(logMin - Margin - state[0], Margin);
        var n = T.Exp(Decade * logN);
        var u = state[1];
        var positive = Smooth.Step(voltage, SignWidth);
        var area = Math.PI * rDet * rDet;
        var conductivity = z * (Charge * Density) * muN * area;
        T rDisc = lDet / (n * conductivity), rPlug = (lCell - lDet) / (nPlug * conductivity);
        var current = u / (rDisc + rPlug + rTiOx + r0);
        var series = current * (rTiOx + r0 * (1 + r0 * lineHeating * current * current));
        var filament = voltage - series;
        var rTh = rTh0 * (rNominal / rDet) * (rNominal / rDet) * (1 - (1 - rThReset) * positive);

        // Heat is never below 0 at a solution; a first guess may be anywhere.
        var temperature = t0 / 2 + Smooth.Ramp(t0 / 2 + current * filament * rTh, ColdWidth);
        var contact = filament - current * (rDisc + rPlug);
        rates[1] = Contact(current, contact, n, Boltzmann / Charge * temperature, area, positive);
        var field = current * rDisc / lDet * (1 - positive) + filament / lCell * positive;
        var limit = 1 - T.Exp(10 * Decade * T.Select(voltage, logMin - logN, logN - logMax));
        limit = limit * Smooth.Step(T.Abs(voltage) - SignWidth / 2, SignWidth);
        rates[0] = -Hop(field, n, Boltzmann / Charge * temperature) * limit / (lDet * n * Decade);
        return current;
    }

    // 0 where the contact at this voltage carries this current; kT in eV. Logarithms, because Newton's method likes them and not exponentials.
    private T Contact(T current, T contact, T n, T kT, T area, T positive)
    {
        // |VSchottky| where it has the sign of V, as at every solution; beyond, a first guess must not find a second one.
        var root = T.Sqrt(contact * contact + 4 * LeastContact * LeastContact);
        var size = T.Select(contact, 2 * LeastContact * LeastContact / (root + contact), (root - contact) / 2);
        var bending = LeastBending + Smooth.Ramp(phi0 - phiN + size * (1 - positive) - contact * positive - LeastBending, LeastBending);
        var image = z * n * (Charge / Vacuum * (Charge / Vacuum) * (Charge / Vacuum) * Density / (8 * Math.PI * Math.PI)) * bending
            / (epsPhiB * epsPhiB * epsPhiB);
        var phi = LeastBarrier + Smooth.Ramp(phi0 - T.Sqrt(T.Sqrt(image)) - LeastBarrier, LeastBarrier);
        var w00 = Planck / (4 * Math.PI) * T.Sqrt(z * n * (Density / (ElectronMass * Vacuum)) / eps);
        var ratio = w00 / kT;
        T tanh = T.Tanh(ratio), cosh = T.Cosh(ratio);
        var scale = area * richardson * kT * (Charge / Boltzmann * Charge / Boltzmann);
        var tunnel = scale * T.Sqrt(Math.PI * w00 * (size + phi / (cosh * cosh))) * T.Exp(-phi * tanh / w00);
        var thermal = scale * kT * T.Exp(-phi / kT);
        return (contact * (ratio - tanh) / w00 - LogRise(current / tunnel)) * (1 - positive)
            + (contact / kT - LogRise(current / thermal)) * positive;
    }

    // Net hopping flux of vacancies along the field [1e26/(m² s)]; kT in eV.
    private T Hop(T field, T n, T kT)
    {
        var gamma = z * a * field / (Math.PI * barrier);
        gamma = gamma - Smooth.Ramp(gamma - 1, 0.1) + Smooth.Ramp(-gamma - 1, 0.1);
        var s = gamma * gamma;
        var rest = 1 + s / 2 * (1 + s / 12 * (1 + s * 3 / 10 * (1 + s * 25 / 56 * (1 + s * 49 / 90))));
        return (nPlug + n) * a * nu0 * T.Exp(-barrier * rest / kT) * T.Sinh(barrier * gamma * (Math.PI / 2) / kT);
    }

    // ln(1 + |r|) with the sign of r.
    private static T LogRise(T r) => T.Select(r, T.Log(1 + T.Select(r, r, 0)), -T.Log(1 + T.Select(r, 0, -r)));
}
