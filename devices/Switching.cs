using DevicePhys.Numbers;

namespace DevicePhys.Devices;

/// <summary>Threshold switching with a holding voltage, for selectors and phase-change cells.</summary>
internal static class Switching
{
    private const double Seed = 0.01;

    /// <summary>The rate of the share that is on: towards 1 above the threshold, towards 0 below the holding voltage, bistable between [1/s].</summary>
    /// <remarks>
    /// What the share relaxes to turns at a voltage that falls from the threshold to the holding voltage as the first hundredth turns on: a load of up to a hundred times
    /// the on resistance cannot then hold it half-way. The sharp fall makes the off state give way below the nominal turn, by the fold of f = e^(x + κf) at
    /// x = −1 − ln κ; that much is added.
    /// </remarks>
    public static T Rate<T>(T voltage, T on, T threshold, T hold, T sharpness, T time)
        where T : struct, IReal<T>
    {
        var magnitude = T.Sqrt((voltage * voltage) + 1e-6) - 1e-3;
        var fold = sharpness * (1 + T.Log(1 + ((threshold - hold) / (Seed * sharpness))));
        var span = threshold + fold - hold;
        var remaining = Seed * (1 - on) / (on + Seed);
        return (Smooth.Logistic((magnitude - hold - (span * remaining)) / sharpness) - on) / time;
    }

    /// <summary>The part of a voltage beyond a holding voltage of either sign, C1 and 0 in between [V].</summary>
    public static T Beyond<T>(T voltage, T hold)
        where T : struct, IReal<T> => Smooth.Ramp(voltage - hold, 0.02) - Smooth.Ramp(-voltage - hold, 0.02);
}
