using System.Globalization;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Export;

/// <summary>A compact model as a SPICE subcircuit of behavioural sources (ngspice's B elements).</summary>
/// <remarks>
/// A differential state is the voltage of a node with 1 nF, charged by a source of 1 nF times its rate, so that its current is of the order of the
/// device's; it starts at the state's initial value. 1 TOhm gives the node a path for a steady current, and in a transient the source gives back what
/// leaks away. An algebraic state is a node into which its residual flows. A charge is the voltage of a node with a capacitor. Long shared terms have a node each. Counts and marks follow their mean.
/// </remarks>
internal static class SpiceModel
{
    private const double StateCapacitance = 1e-9, StateResistance = 1e12, ChargeUnit = 1e-15;

    // A shorter shared term is written again where it is needed; a longer text than the second goes to a node even where it is needed once.
    private const int ShortestNode = 60, LongestText = 400;

    private static readonly string[] Reserved = ["time", "temper", "hertz", "gnd"];
    // Between two iterations a node of a shared term can have any value, and ngspice gives up at the first root or logarithm of a wrong sign and at the
    // first overflow. So those are kept within bounds that no solution comes near.
    private static readonly SymbolDialect Dialect = new()
    {
        Variable = "v({0})",
        Parameter = "{{{0}}}",
        Term = "max(min(v({0}), 1E30), -1E30)",
        Sqrt = "sqrt(abs({0}))",
        Log = "log(abs({0}) + 1E-300)",
        Exp = "exp(min({0}, 80))",
        Sinh = "sinh(max(min({0}, 150), -150))",
        Cosh = "cosh(max(min({0}, 150), -150))",
    };

    /// <summary>Writes the subcircuit.</summary>
    /// <param name="name">Its name; its nodes are the model's terminals.</param>
    /// <param name="model">The model.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="guess">[Terminals - 1] and [States] at rest, where they are known: ngspice then starts from there.</param>
    public static void Write(string name, IMultiTerminal<Symbol> model, TextWriter writer, (double[] Voltages, double[] State)? guess = null)
    {
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, Reserved);
        var terminals = model.Terminals.Select(terminal => names[terminal.Name]).ToArray();
        var nodes = StateNodes(model, names).ToArray();
        string[] ports = [.. terminals[..^1].Select(terminal => $"{terminal},{terminals[^1]}")];
        var reading = new ModelReading(model, ports, nodes);
        var text = new SymbolPrinter(Dialect, "t_", ShortestNode, LongestText).Print(reading.Outputs);
        var parameters = text.Parameters.Keys.ToDictionary(parameter => parameter, parameter => names[parameter, "p_"]);
        writer.WriteLine($".subckt {name} {string.Join(' ', terminals)}");
        foreach (var (parameter, value) in text.Parameters)
            writer.WriteLine($".param {parameters[parameter]}={Number(value)}");
        foreach (var term in text.Terms)
            Wrap(writer, $"B{term.Name} {term.Name} 0 V = {Renamed(term.Expression)}");
        if (guess is { } rest)
        {
            var values = ports.Concat(nodes).Zip(rest.Voltages.Concat(rest.State)).ToDictionary(pair => pair.First, pair => pair.Second);
            foreach (var (term, value) in text.Terms.Zip(text.TermValues(values)))
                writer.WriteLine($".nodeset v({term.Name})={Number(value)}");
        }

        for (var i = 0; i < nodes.Length; i++)
            WriteState(model.States[i], nodes[i], Renamed(text.Outputs[i].Expression), writer);
        for (var i = 0; i < terminals.Length - 1; i++)
        {
            if (!reading.IsZero(reading.Current(i)))
                Wrap(writer, $"Bi_{terminals[i]} {terminals[i]} {terminals[^1]} I = {Renamed(text.Outputs[reading.Current(i)].Expression)}");
            if (!reading.IsZero(reading.Charge(i)))
                WriteCharge(terminals[i], terminals[^1], Renamed(text.Outputs[reading.Charge(i)].Expression), writer);
        }

        writer.WriteLine($".ends {name}");

        // Parameters stand in braces, so a name is never part of another.
        string Renamed(string expression) =>
            parameters.Aggregate(expression, (all, pair) => all.Replace($"{{{pair.Key}}}", $"{{{pair.Value}}}", StringComparison.Ordinal));
    }

    /// <summary>The node of each state, within the subcircuit.</summary>
    public static IReadOnlyList<string> StateNodes(IMultiTerminal<Symbol> model)
    {
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, Reserved);
        foreach (var terminal in model.Terminals)
            _ = names[terminal.Name];
        return [.. StateNodes(model, names)];
    }

    /// <summary>A long line, continued as SPICE wants it.</summary>
    public static void Wrap(TextWriter writer, string line)
    {
        const int width = 120;
        while (line.Length > width && line.LastIndexOf(' ', width) is > 2 and var space)
        {
            writer.WriteLine(line[..space]);
            line = "+ " + line[(space + 1)..];
        }

        writer.WriteLine(line);
    }

    private static IEnumerable<string> StateNodes(IMultiTerminal<Symbol> model, ForeignNames names) =>
        model.States.Select(state => names[state.Name, "s_"]);

    private static void WriteState(StateVariable state, string node, string rate, TextWriter writer)
    {
        var initial = Number(state.Initial);
        if (state.Kind == StateKind.Algebraic)
        {
            Wrap(writer, $"B{node} 0 {node} I = {rate}");
            writer.WriteLine($"R{node} {node} 0 {Number(StateResistance)}");
            writer.WriteLine($".nodeset v({node})={initial}");
            return;
        }

        Wrap(writer, $"B{node} 0 {node} I = {Number(StateCapacitance)} * ({rate}) + (time > 0 ? v({node}) * {Number(1 / StateResistance)} : 0)");
        writer.WriteLine($"C{node} {node} 0 {Number(StateCapacitance)}");
        writer.WriteLine($"R{node} {node} 0 {Number(StateResistance)}");
        writer.WriteLine($".ic v({node})={initial}");
    }

    /// <summary>A charge as the voltage of a node in units of 1 fC/V; what a capacitor of 1 fF draws from there flows into the terminal.</summary>
    private static void WriteCharge(string terminal, string reference, string charge, TextWriter writer)
    {
        Wrap(writer, $"Bq_{terminal} q_{terminal} 0 V = ({charge}) / {Number(ChargeUnit)}");
        writer.WriteLine($"Cq_{terminal} q_{terminal} m_{terminal} {Number(ChargeUnit)}");
        writer.WriteLine($"Vq_{terminal} m_{terminal} 0 DC 0");
        writer.WriteLine($"Fq_{terminal} {terminal} {reference} Vq_{terminal} 1");
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
