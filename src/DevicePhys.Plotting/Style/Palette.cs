using OxyPlot;

namespace DevicePhys.Plotting;

/// <summary>Colours that people with any colour vision can tell apart.</summary>
/// <remarks>Okabe and Ito, "Color Universal Design" (2008), without its yellow, which is too pale for lines.</remarks>
public static class Palette
{
    private static readonly OxyColor[] Colors =
    [
        OxyColor.FromRgb(0x00, 0x72, 0xB2),
        OxyColor.FromRgb(0xD5, 0x5E, 0x00),
        OxyColor.FromRgb(0x00, 0x9E, 0x73),
        OxyColor.FromRgb(0xCC, 0x79, 0xA7),
        OxyColor.FromRgb(0xE6, 0x9F, 0x00),
        OxyColor.FromRgb(0x56, 0xB4, 0xE9),
    ];

    /// <summary>The colour of potentiation, and of the first series.</summary>
    public static OxyColor First => Colors[0];

    /// <summary>The colour of depression, and of the second series.</summary>
    public static OxyColor Second => Colors[1];

    /// <summary>The colour of one of many series; it repeats after six.</summary>
    /// <param name="index">Which series, from 0.</param>
    /// <returns>Its colour.</returns>
    public static OxyColor Series(int index) => Colors[index % Colors.Length];
}
