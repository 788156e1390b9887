using DevicePhys.Traces;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>Samples of a Monte Carlo run: all of them, or those of a chunk.</summary>
/// <param name="Parameters">What was drawn, with SI units.</param>
/// <param name="Outputs">What was measured, with SI units.</param>
/// <param name="Drawn">[Samples × Parameters], row-major.</param>
/// <param name="Measured">[Samples × Outputs], row-major; NaN where a device has no such value.</param>
/// <param name="Weights">[Samples]: how much each counts; 1 without importance sampling.</param>
public sealed record MonteCarloSamples(
    IReadOnlyList<TraceColumn> Parameters, IReadOnlyList<TraceColumn> Outputs, double[] Drawn, double[] Measured, double[] Weights)
{
    /// <summary>The number of samples.</summary>
    public int Count => Weights.Length;

    /// <summary>One parameter of all samples.</summary>
    /// <param name="parameter">Which.</param>
    public double[] Parameter(int parameter) => Column(Drawn, Parameters.Count, parameter);

    /// <summary>One output of all samples.</summary>
    /// <param name="output">Which.</param>
    public double[] Output(int output) => Column(Measured, Outputs.Count, output);

    /// <summary>The first sample of every so many.</summary>
    /// <param name="every">How many; 1 for all.</param>
    public MonteCarloSamples First(int every)
    {
        if (every == 1)
            return this;
        double[] Rows(double[] all, int width) => [.. Enumerable.Range(0, Count / every).SelectMany(i => all.AsSpan(i * every * width, width).ToArray())];
        return this with { Drawn = Rows(Drawn, Parameters.Count), Measured = Rows(Measured, Outputs.Count), Weights = Rows(Weights, 1) };
    }

    /// <summary>An empty set of so many samples of the same kind.</summary>
    internal static MonteCarloSamples Empty(IReadOnlyList<TraceColumn> parameters, IReadOnlyList<TraceColumn> outputs, int count) =>
        new(parameters, outputs, new double[count * parameters.Count], new double[count * outputs.Count], new double[count]);

    /// <summary>Puts a chunk where it belongs.</summary>
    internal void Place(MonteCarloSamples chunk, int first)
    {
        chunk.Drawn.CopyTo(Drawn, first * Parameters.Count);
        chunk.Measured.CopyTo(Measured, first * Outputs.Count);
        chunk.Weights.CopyTo(Weights, first);
    }

    /// <summary>The samples as a table: number and weight, or device and cycle from 1; parameters and outputs.</summary>
    /// <param name="cycles">Cycles of each device.</param>
    public Trace ToTrace(int cycles = 1)
    {
        string[] first = cycles > 1 ? ["device", "cycle"] : ["sample", "weight"];
        var trace = new Trace([.. first.Select(name => new TraceColumn(name, "")), .. Parameters, .. Outputs]);
        var row = new double[2 + Parameters.Count + Outputs.Count];
        for (var i = 0; i < Count; i++)
        {
            (row[0], row[1]) = cycles > 1 ? ((i / cycles) + 1, (i % cycles) + 1) : (i, Weights[i]);
            Drawn.AsSpan(i * Parameters.Count, Parameters.Count).CopyTo(row.AsSpan(2));
            Measured.AsSpan(i * Outputs.Count, Outputs.Count).CopyTo(row.AsSpan(2 + Parameters.Count));
            trace.Append(row);
        }

        return trace;
    }

    private double[] Column(double[] rows, int width, int column) => [.. Enumerable.Range(0, Count).Select(i => rows[(i * width) + column])];
}
