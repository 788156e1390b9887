using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>A pn junction: exponential current, depletion and diffusion charge.</summary>
/// <remarks>
/// Shockley, Bell Syst. Tech. J. 28, 435 (1949), with SPICE's letters: I = IS (exp(V/(N UT)) - 1), Q = TT I + depletion charge (linear above VJ/2).
/// IS follows the temperature from TNOM on as that of silicon to the power 1/N (<see cref="SaturationCurrent"/>).
/// No series resistance and no breakdown. Above 80 N UT the exponential goes on along its tangent.
/// </remarks>
public sealed class JunctionDiode<T>(Card<T> card) : ICapacitive<T>, IJunctions
    where T : struct, IReal<T>
{
    private readonly T saturation = card["IS", "A"] * T.Pow(SaturationCurrent.Ratio(card["Temperature", "K"], card["TNOM", "K"]), 1 / card["N"]), transit = card["TT", "s"];
    private readonly T scale = card["N"] * (8.617333262e-5 * card["Temperature", "K"]);
    private readonly Depletion<T> depletion = new(card["CJO", "F"], card["VJ", "V"], card["M"], linearAbove: 0.5);

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Junction> Junctions { get; } =
    [
        new(0, 1, card.Number("N") * 8.617333262e-5 * card.Number("Temperature", "K"),
            card.Number("IS", "A") * Math.Pow(SaturationCurrent.Ratio<Real>(card.Number("Temperature", "K"), card.Number("TNOM", "K")).Value, 1 / card.Number("N"))),
    ];

    /// <inheritdoc/>
    public bool Conducts => true;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates) => saturation * Exponential.Minus1(voltage / scale);

    /// <inheritdoc/>
    public T Charge(T voltage, ReadOnlySpan<T> state) =>
        (transit * saturation * Exponential.Minus1(voltage / scale)) + depletion.Charge(voltage);
}
