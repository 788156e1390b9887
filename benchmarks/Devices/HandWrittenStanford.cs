using System.Runtime.CompilerServices;
using DevicePhys.Benchmarks.Numbers;
using DevicePhys.Cards;

namespace DevicePhys.Benchmarks.Devices;

/// <summary>The shipped Stanford-PKU model with its derivatives typed by hand: what its Dual reading is measured against.</summary>
internal sealed class HandWrittenStanford(Card card)
{
    private const double Boltzmann = 1.380649e-23, Charge = 1.602176634e-19;

    private readonly double i0 = card.Value("I0", "A"), g0 = card.Value("G0", "m") / 1e-9, v0 = card.Value("V0", "V"), vel0 = card.Value("Vel0", "m/s") / 1e-9;
    private readonly double ea = card.Value("Ea", "J") / Boltzmann, gamma0 = card.Value("Gamma0"), beta = card.Value("Beta");
    private readonly double lever = card.Value("A0", "m") * (Charge / Boltzmann) / card.Value("TOx", "m"), vMin = card.Value("FMin", "V/m") * card.Value("TOx", "m");
    private readonly double rTh = card.Value("RTh", "K/W"), tAmb = card.Value("TAmb", "K");
    private readonly double gapMin = card.Value("GapMin", "m") / 1e-9, gapMax = card.Value("GapMax", "m") / 1e-9;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public HandWritten.Jacobian Evaluate(double v, double g)
    {
        var prefactor = i0 * Math.Exp(-g / g0);
        var sinh = Math.Sinh(v / v0);
        double current = prefactor * sinh, byV = prefactor * Math.Sqrt(1 + (sinh * sinh)) / v0, byG = -current / g0;
        var t = tAmb + (v * current * rTh);
        double tByV = (current + (v * byV)) * rTh, tByG = v * byG * rTh;
        double gamma = gamma0 - (beta * g * g * g), gammaByG = -3 * beta * g * g;

        var hop = -vel0 * Math.Exp(-ea / t);
        double u = gamma * lever * v / t, uByV = (gamma * lever / t) - (u / t * tByV), uByG = (gammaByG * lever * v / t) - (u / t * tByG);
        double drive = Math.Sinh(u), slope = Math.Sqrt(1 + (drive * drive));
        double rate = hop * drive, warm = rate * ea / (t * t);
        double rateByV = (warm * tByV) + (hop * slope * uByV), rateByG = (warm * tByG) + (hop * slope * uByG);

        var (cut, cutSlope) = Corner.Step((gamma * Math.Abs(v) / vMin) - 1.0025, 0.005);
        rateByV = (rateByV * cut) + (rate * cutSlope * gamma * Math.Sign(v) / vMin);
        rateByG = (rateByG * cut) + (rate * cutSlope * gammaByG * Math.Abs(v) / vMin);
        rate *= cut;
        var (end, endSlope) = Corner.End(rate, g, gapMin, gapMax, 0.01);
        return new(current, rate * end, byV, byG, rateByV * end, (rateByG * end) + (rate * endSlope));
    }
}
