using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Studies.Surface;

/// <summary>Which points of the accuracy surface are worked out: a line through the card's own point for each quantity, and cuts where two may act on each other.</summary>
/// <remarks>
/// The cuts: states with D2D and states with C2C (a device of few states has little room for either), and wires with converter bits (wires shrink the sums
/// that a converter of fixed range reads). All combinations of five quantities would be some 6,000 points.
/// </remarks>
public static class SurfaceGrid
{
    /// <summary>The five quantities.</summary>
    public static IReadOnlyList<SweepQuantity> Quantities { get; } =
        [SweepQuantity.States, SweepQuantity.D2D, SweepQuantity.C2C, SweepQuantity.Wire, SweepQuantity.Adc];

    /// <summary>The point of the card and the settings.</summary>
    /// <param name="settings">The network.</param>
    /// <param name="card">The device.</param>
    /// <param name="options">How tables are made.</param>
    /// <returns>The point through which all lines go.</returns>
    /// <exception cref="ArgumentException">The card lacks one of the quantities.</exception>
    public static SurfaceSetting Own(MnistSettings settings, Card card, CharacterizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(card);
        return Quantities.Aggregate(default(SurfaceSetting), (own, quantity) => own.With(quantity, SweptValue.Own(quantity, settings, card, options)));
    }

    /// <summary>The values along the line of one quantity, its own among them.</summary>
    /// <param name="quantity">Which quantity.</param>
    /// <param name="own">The point of the card.</param>
    /// <returns>The values, ascending.</returns>
    public static IReadOnlyList<double> Line(SweepQuantity quantity, SurfaceSetting own) =>
        [.. MnistSweep.Values(quantity).Append(own[quantity]).Distinct().Order()];

    /// <summary>The planes.</summary>
    /// <param name="own">The point of the card.</param>
    /// <returns>Three cuts, with the card's own values among theirs.</returns>
    public static IReadOnlyList<SurfaceCut> Cuts(SurfaceSetting own)
    {
        double[] states = [8, 16, 32, own.States], d2d = [0, 2, 3, own.D2D], c2c = [0, 0.4, 0.8, own.C2C];
        double[] wire = [0.5, 2, 5, own.Wire], bits = [3, 4, 5, 6, own.Bits];
        return
        [
            Cut(SweepQuantity.States, states, SweepQuantity.D2D, d2d),
            Cut(SweepQuantity.States, states, SweepQuantity.C2C, c2c),
            Cut(SweepQuantity.Wire, wire, SweepQuantity.Adc, bits),
        ];
    }

    /// <summary>Every point, each once; those that share a table follow each other.</summary>
    /// <param name="own">The point of the card.</param>
    /// <returns>The points.</returns>
    public static IReadOnlyList<SurfaceSetting> All(SurfaceSetting own) =>
    [
        .. Quantities.SelectMany(quantity => Line(quantity, own).Select(value => own.With(quantity, value)))
            .Concat(Cuts(own).SelectMany(cut => cut.Settings(own)))
            .Distinct()
            .OrderBy(setting => setting.States != own.States).ThenBy(setting => setting.States).ThenBy(setting => setting.D2D).ThenBy(setting => setting.C2C),
    ];

    private static SurfaceCut Cut(SweepQuantity across, double[] acrossValues, SweepQuantity up, double[] upValues) =>
        new(across, [.. acrossValues.Distinct().Order()], up, [.. upValues.Distinct().Order()]);
}
