using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>The depletion charge of a graded junction: C = C0 (1 - V/VJ)^-M below FC VJ, linear in V above.</summary>
/// <remarks>SPICE's law (Nagel, ERL-M520, 1975): charge and capacitance are continuous at FC VJ.</remarks>
internal sealed class Depletion<T>(T zeroBias, T builtIn, T grading, double linearAbove)
    where T : struct, IReal<T>
{
    /// <summary>The charge at a voltage [C].</summary>
    public T Charge(T voltage)
    {
        var edge = linearAbove * builtIn;
        var below = T.Select(voltage - edge, edge, voltage);
        var above = T.Select(voltage - edge, voltage - edge, 0);
        var rest = 1 - grading;
        var graded = zeroBias * builtIn / rest * (1 - T.Pow(1 - (below / builtIn), rest));
        var capacitance = zeroBias * T.Pow(1 - linearAbove, -grading);
        return graded + (capacitance * above * (1 + (0.5 * grading * above / (builtIn * (1 - linearAbove)))));
    }
}
