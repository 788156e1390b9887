using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Benchmarks.Circuits;

/// <summary>SPICE's level 1 n-channel MOSFET (Shichman and Hodges 1968) with overlap capacitances: the transistor of the engine comparisons.</summary>
/// <remarks>As SPICE does, 1e-12 S (GMIN) lie across each junction to the bulk. VTO 0.5 V, KP 200 µA/V², LAMBDA 0.02/V, GAMMA 0.3 √V, PHI 0.7 V, CGSO = CGDO = 0.3 nF/m, L 0.18 µm.</remarks>
public sealed class Level1Mosfet<T>(double width) : IMultiTerminal<T>
    where T : struct, IReal<T>
{
    private readonly double beta = 200e-6 * width / 0.18e-6, overlap = 0.3e-9 * width;

    public IReadOnlyList<Terminal> Terminals { get; } = [new("drain"), new("gate", false), new("source"), new("bulk")];

    public IReadOnlyList<StateVariable> States { get; } = [];

    public void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates)
    {
        T drain = voltages[0], gate = voltages[1], source = voltages[2];
        var forward = drain - source;
        var low = T.Select(forward, source, drain);
        var span = T.Abs(forward);

        // Body effect as SPICE has it: a square root in reverse, its tangent forward.
        var root = T.Select(low, T.Sqrt(0.7 + T.Select(low, low, 0)), T.Select((2 * Math.Sqrt(0.7)) + (low / Math.Sqrt(0.7)), Math.Sqrt(0.7) + (low / (2 * Math.Sqrt(0.7))), 0));
        var over = gate - low - (0.5 + (0.3 * (root - Math.Sqrt(0.7))));
        var within = T.Select(over - span, span, over);
        var size = T.Select(over, beta * within * (over - (0.5 * within)) * (1 + (0.02 * span)), 0);
        var channel = T.Select(forward, size, -size);
        currents[0] = channel + (1e-12 * drain);
        currents[1] = 0;
        currents[2] = (1e-12 * source) - channel;
        T toDrain = overlap * (gate - drain), toSource = overlap * (gate - source);
        charges[0] = -toDrain;
        charges[1] = toDrain + toSource;
        charges[2] = -toSource;
    }
}
