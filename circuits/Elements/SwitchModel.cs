using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Elements;

/// <summary>The equations of a <see cref="Switch"/>: what an engine solves and an exporter writes.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <param name="element">The switch.</param>
public sealed class SwitchModel<T>(Switch element) : IMultiTerminal<T>
    where T : struct, IReal<T>
{
    private readonly double middle = element.Threshold, width = element.Width;
    private readonly double logOff = -Math.Log(element.Off), logStep = Math.Log(element.Off / element.On);

    /// <inheritdoc/>
    public IReadOnlyList<Terminal> Terminals { get; } = [new("a"), new("b"), new("control+", false), new("control-", false)];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates)
    {
        var conductance = T.Exp(logOff + (logStep * Smooth.Step(voltages[2] - middle, width)));
        currents[0] = conductance * (voltages[0] - voltages[1]);
        currents[1] = -currents[0];
        currents[2] = 0;
        charges[0] = charges[1] = charges[2] = 0;
    }
}
