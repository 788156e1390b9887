using System.Globalization;
using System.Text;

namespace DevicePhys.Tables.Exchange;

/// <summary>A pulse table as a device of IBM's aihwkit, in Python text.</summary>
/// <remarks>
/// aihwkit's <c>PiecewiseStepDevice</c>: weights −1 to 1 stand for the range of conductance; the step is dw_min times a piecewise linear function of the
/// weight, its spread dw_min_std (relative), and over devices dw_min_dtod (relative). Skewed and discrete distributions do not fit into it: only mean and spread
/// go over.
/// </remarks>
public static class AihwkitPreset
{
    private const int Nodes = 32;

    /// <summary>The preset.</summary>
    /// <param name="table">The table.</param>
    /// <returns>A Python module with one configuration named <c>rpu_config</c>.</returns>
    public static string Text(PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var toWeight = 2 / (table.Nominal.GMax - table.Nominal.GMin);
        var (up, down) = (Means(table, Polarity.Potentiation, toWeight), Means(table, Polarity.Depression, -toWeight));
        var smallest = (up.Average() + down.Average()) / 2;
        var text = new StringBuilder();
        text.Append("# ").Append(table.Provenance.Card).Append(" as an aihwkit device, written by DevicePhys ").Append(DevicePhysVersion.Current).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"# weight -1 is {table.Nominal.GMin} S, weight 1 is {table.Nominal.GMax} S; card hash {table.Provenance.CardHash}\n");
        text.Append("from aihwkit.simulator.configs import SingleRPUConfig\nfrom aihwkit.simulator.configs.devices import PiecewiseStepDevice\n\n");
        text.Append("rpu_config = SingleRPUConfig(\n    device=PiecewiseStepDevice(\n");
        text.Append("        w_min=-1.0,\n        w_max=1.0,\n        w_min_dtod=0.0,\n        w_max_dtod=0.0,\n        up_down=0.0,\n        up_down_dtod=0.0,\n");
        text.Append(CultureInfo.InvariantCulture, $"        dw_min={smallest},\n        dw_min_std={CycleSpread(table) * toWeight / smallest},\n        dw_min_dtod={DeviceSpread(table)},\n");
        Vector("piecewise_up", up);
        Vector("piecewise_down", down);
        return text.Append("    )\n)\n").ToString();

        void Vector(string name, double[] values) =>
            text.Append("        ").Append(name).Append("=[").AppendJoin(", ", values.Select(v => (v / smallest).ToString("0.######", CultureInfo.InvariantCulture))).Append("],\n");
    }

    private static double[] Means(PulseTable table, Polarity polarity, double scale)
    {
        var nodes = Math.Min(Nodes, table.Bins);
        var steps = table.Nominal.Steps(polarity);
        return [.. Enumerable.Range(0, nodes).Select(node =>
        {
            var bin = (int)Math.Round((double)node * (table.Bins - 1) / (nodes - 1));
            return scale * steps.Span.Slice(bin * table.Levels, table.Levels).ToArray().Average();
        })];
    }

    private static double CycleSpread(PulseTable table) =>
        (ExponentialStep.Of(table.Nominal, Polarity.Potentiation, table.Bins, table.Levels).StepSpread
            + ExponentialStep.Of(table.Nominal, Polarity.Depression, table.Bins, table.Levels).StepSpread) / 2 * (table.Nominal.GMax - table.Nominal.GMin);

    /// <summary>Standard deviation over devices of the mean step, relative.</summary>
    private static double DeviceSpread(PulseTable table)
    {
        if (table.Population.Count < 2)
        {
            return 0;
        }

        var steps = table.Population.Select(corner => corner.Potentiation.ToArray().Average()).ToArray();
        var mean = steps.Average();
        return Math.Sqrt(steps.Sum(step => (step - mean) * (step - mean)) / (steps.Length - 1)) / Math.Abs(mean);
    }
}
