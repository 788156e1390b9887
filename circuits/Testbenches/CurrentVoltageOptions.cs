using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>A triangle of voltage or current: from 0 up, down to the negative end and back, and again.</summary>
/// <param name="Positive">The positive end [V, or A when driven by current], at least 0.</param>
/// <param name="Negative">The negative end, as a magnitude, at least 0; one of the two is above 0.</param>
/// <param name="Period">The length of a triangle [s].</param>
public sealed record CurrentVoltageOptions(double Positive, double Negative, double Period)
{
    /// <summary>Whether a current is driven and the voltage measured.</summary>
    public bool CurrentDriven { get; init; }

    /// <summary>The largest current of a voltage source [A], or the largest voltage of a current source [V].</summary>
    public double Compliance { get; init; } = double.PositiveInfinity;

    /// <summary>How many triangles.</summary>
    public int Loops { get; init; } = 1;

    /// <summary>The least number of points of a triangle.</summary>
    public int Points { get; init; } = 400;

    /// <summary>Where states start that do not start where the model says, by name.</summary>
    public IReadOnlyDictionary<string, double> Start { get; init; } = new Dictionary<string, double>();

    /// <summary>The circuit engine.</summary>
    public string Engine { get; init; } = "builtin";

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Positive);
        ArgumentOutOfRangeException.ThrowIfNegative(Negative);
        if (!(Positive + Negative > 0 && double.IsFinite(Positive + Negative)))
            throw new ArgumentOutOfRangeException(nameof(Positive), Positive, "The ends of a triangle should be finite and not both 0.");
        if (!(Period > 0 && double.IsFinite(Period)))
            throw new ArgumentOutOfRangeException(nameof(Period), Period, "The period of a triangle should be a finite time above 0.");
        if (!(Compliance > 0))
            throw new ArgumentOutOfRangeException(nameof(Compliance), Compliance, "The compliance should be above 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Loops, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Points, 8);
    }

    /// <summary>All triangles as a waveform.</summary>
    internal PiecewiseLinear Triangles()
    {
        var (times, values) = (new List<double> { 0 }, new List<double> { 0 });
        var way = 2 * (Positive + Negative);
        for (var loop = 0; loop < Loops; loop++)
        {
            foreach (var (end, distance) in new[] { (Positive, Positive), (-Negative, way / 2), (0.0, Negative) })
            {
                if (distance == 0)
                    continue;
                times.Add(times[^1] + (Period * distance / way));
                values.Add(end);
            }
        }

        return new PiecewiseLinear(times, values);
    }
}
