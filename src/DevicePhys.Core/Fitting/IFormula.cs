using DevicePhys.Numbers;

namespace DevicePhys.Fitting;

/// <summary>A curve written once over a number type: y of x with parameters.</summary>
public interface IFormula
{
    /// <summary>The parameters with their default starts, bounds, scales and units.</summary>
    IReadOnlyList<FitParameter> Parameters { get; }

    /// <summary>The curve at a point.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <param name="x">The point.</param>
    /// <param name="parameters">[Parameters], in their order.</param>
    /// <returns>y.</returns>
    T At<T>(double x, ReadOnlySpan<T> parameters)
        where T : struct, IReal<T>;
}
