using DevicePhys.Cards;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Skyrmions;

/// <summary>A ferrimagnet of two opposed sublattices: a transition metal (TM) and a rare earth (RE).</summary>
/// <remarks>
/// Mean-field-like sublattices M_i = M_i0 (1 − T/TCurie)^β_i with gyromagnetic ratios γ_i = g_i µB/ħ. The net magnetisation M_TM − M_RE vanishes
/// at the magnetisation compensation temperature; the net spin density δs = M_TM/γ_TM − M_RE/γ_RE, which deflects a skyrmion, vanishes at the
/// angular momentum compensation temperature; the total spin density s = M_TM/γ_TM + M_RE/γ_RE, which damps it, does not (so the damping is α s, never
/// the effective α s/δs that diverges). Woo et al., Nature Communications 9, 959 (2018); Kim et al., Nature Materials 16, 1187 (2017).
/// Departure: one Curie temperature for both sublattices; within a thousandth of it the order keeps its last
/// value, so that a solver's trial temperature never divides by 0. Thread safe.
/// </remarks>
public sealed class Ferrimagnet<T>(Card<T> card)
    where T : struct, IReal<T>
{
    private const double Hbar = 1.054571817e-34, BohrMagneton = 9.2740100783e-24;
    private const double LeastOrder = 1e-3;

    private readonly T mTm = card["MTm", "A/m"], mRe = card["MRe", "A/m"];
    private readonly T betaTm = card["BetaTm"], betaRe = card["BetaRe"], curie = card["TCurie", "K"];
    private readonly T gammaTm = card["GTm"] * (BohrMagneton / Hbar), gammaRe = card["GRe"] * (BohrMagneton / Hbar);

    /// <summary>The net magnetisation, positive where the transition metal dominates [A/m].</summary>
    /// <param name="temperature">The temperature [K].</param>
    public T Magnetisation(T temperature)
    {
        var order = Order(temperature);
        return mTm * T.Pow(order, betaTm) - mRe * T.Pow(order, betaRe);
    }

    /// <summary>The net spin density δs, positive where the transition metal dominates [J s/m³].</summary>
    /// <param name="temperature">The temperature [K].</param>
    public T NetSpin(T temperature)
    {
        var order = Order(temperature);
        return mTm / gammaTm * T.Pow(order, betaTm) - mRe / gammaRe * T.Pow(order, betaRe);
    }

    /// <summary>The total spin density s [J s/m³].</summary>
    /// <param name="temperature">The temperature [K].</param>
    public T TotalSpin(T temperature)
    {
        var order = Order(temperature);
        return mTm / gammaTm * T.Pow(order, betaTm) + mRe / gammaRe * T.Pow(order, betaRe);
    }

    /// <summary>Where the net magnetisation vanishes [K], in closed form; below 0 where it never does. Needs BetaRe above BetaTm.</summary>
    public T MagnetisationCompensation => Compensation(mTm / mRe);

    /// <summary>Where the net spin density vanishes [K], in closed form; below 0 where it never does. Needs BetaRe above BetaTm.</summary>
    public T SpinCompensation => Compensation(mTm / gammaTm / (mRe / gammaRe));

    // (1 − T/TCurie)^(βRe − βTm) = ratio.
    private T Compensation(T ratio) => curie * (1 - T.Pow(ratio, 1 / (betaRe - betaTm)));

    private T Order(T temperature) => LeastOrder + Smooth.Ramp(1 - temperature / curie - LeastOrder, LeastOrder);
}
