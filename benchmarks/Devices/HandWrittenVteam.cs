using System.Runtime.CompilerServices;
using DevicePhys.Benchmarks.Numbers;
using DevicePhys.Cards;

namespace DevicePhys.Benchmarks.Devices;

/// <summary>The shipped VTEAM model, linear resistance law, with its derivatives typed by hand: what its Dual reading is measured against.</summary>
internal sealed class HandWrittenVteam(Card card)
{
    private readonly double rOn = card.Value("ROn", "Ohm"), rOff = card.Value("ROff", "Ohm"), vOn = card.Value("VOn", "V"), vOff = card.Value("VOff", "V");
    private readonly double kOn = card.Value("KOn", "m/s") / card.Value("D", "m"), kOff = card.Value("KOff", "m/s") / card.Value("D", "m");
    private readonly double alphaOn = card.Value("AlphaOn"), alphaOff = card.Value("AlphaOff");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public HandWritten.Jacobian Evaluate(double v, double x)
    {
        var (off, offSlope) = Corner.Ramp((v / vOff) - 1, 0.02);
        var (on, onSlope) = Corner.Ramp((v / vOn) - 1, 0.02);
        double offRate = kOff * Math.Pow(off, alphaOff), onRate = kOn * Math.Pow(on, alphaOn), rate = offRate + onRate;
        var rateByV = (off == 0 ? 0 : alphaOff * offRate / off * offSlope / vOff) + (on == 0 ? 0 : alphaOn * onRate / on * onSlope / vOn);
        var (end, endSlope) = Corner.End(rate, x, 0, 1, 0.01);
        var conductance = 1 / (rOn + ((rOff - rOn) * x));
        return new(v * conductance, rate * end, conductance, (rOn - rOff) * v * conductance * conductance, rateByV * end, rate * endSlope);
    }
}
