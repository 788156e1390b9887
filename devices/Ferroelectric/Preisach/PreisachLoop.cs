using DevicePhys.Fitting;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric.Preisach;

/// <summary>One period of the polarization of <see cref="PreisachCapacitor{T}"/> when it is driven round and round between two fields: a law to fit measured loops with.</summary>
/// <remarks>
/// The density of <see cref="FactorizedDensity"/>, shifted by Bias along the field. Of the hysterons of coercive field c the play operator stands, on
/// the way up, at max(E − c, EMin + c), and on the way down at min(E + c, max(EMax − c, EMin + c)); P = PS Σ w tanh(z/Delta) + ε0 EpsR E + Offset. Measured
/// polarization is an integral of current, so Offset is as free as the instrument's zero. Departure: corners are 0.02 EC wide, so that a fit finds its minimum. Validity: a closed loop after at least one period, starting from
/// negative saturation; no leakage, no rate dependence.
/// </remarks>
/// <param name="fields">[Samples] [V/m]: one period of the drive, in order.</param>
public sealed class PreisachLoop(IReadOnlyList<double> fields) : IFormula
{
    private const double Vacuum = 8.8541878128e-12, Corner = 0.02;
    private readonly double least = fields.Min(), most = fields.Max();

    // A way up ends at the highest sample and a way down at the lowest, whatever the noise between them does.
    private readonly bool[] rising = Rising(fields);

    /// <inheritdoc/>
    public IReadOnlyList<FitParameter> Parameters { get; } =
    [
        new("PS", 0.2, "C/m^2", 1e-3, 2, ParameterScale.Log), new("EC", 1e8, "V/m", 1e6, 1e9, ParameterScale.Log), new("SigmaC", 0.15, "", 1e-3, 0.34),
        new("Delta", 1e8, "V/m", 1e6, 1e9, ParameterScale.Log), new("EpsR", 30, "", 0, 3000), new("Bias", 0, "V/m", -1e9, 1e9), new("Offset", 0, "C/m^2", -2, 2),
    ];

    /// <inheritdoc/>
    /// <remarks>x is the number of the sample.</remarks>
    public T At<T>(double x, ReadOnlySpan<T> parameters)
        where T : struct, IReal<T>
    {
        var sample = (int)x;
        var (saturation, coercive, sigma, delta, bias) = (parameters[0], parameters[1], parameters[2], parameters[3], parameters[5]);
        T field = fields[sample] - bias, low = least - bias, high = most - bias;
        T orientation = 0;
        for (var i = 0; i < NormalNodes.Count; i++)
        {
            var c = coercive * (1 + (sigma * NormalNodes.Points[i]));
            var floor = low + c;
            var z = rising[sample] ? Larger(field - c, floor, coercive) : -Larger(-(field + c), -Larger(high - c, floor, coercive), coercive);
            orientation += NormalNodes.Weights[i] * T.Tanh(z / delta);
        }

        return (saturation * orientation) + (Vacuum * parameters[4] * fields[sample]) + parameters[6];
    }

    private static T Larger<T>(T a, T b, T unit)
        where T : struct, IReal<T> => b + (unit * Smooth.Ramp((a - b) / unit, Corner));

    private static bool[] Rising(IReadOnlyList<double> fields)
    {
        var (count, top, bottom) = (fields.Count, 0, 0);
        for (var i = 1; i < count; i++)
        {
            top = fields[i] > fields[top] ? i : top;
            bottom = fields[i] < fields[bottom] ? i : bottom;
        }

        var rising = new bool[count];
        for (var i = (bottom + 1) % count; i != (top + 1) % count; i = (i + 1) % count)
            rising[i] = true;
        return rising;
    }
}
