using System.Globalization;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Export;

/// <summary>A compact model as a SPICE subcircuit of behavioural sources (ngspice's B elements).</summary>
/// <remarks>
/// A differential state is the voltage of a node with 1 nF, charged by a source of 1 nF times its rate, so that its current is of the order of the
/// device's; it starts at the state's initial value. 1 TOhm gives the node a path for a steady current, and in a transient the source gives back what
/// leaks away. An algebraic state is a node into which its residual flows. Long shared terms have a node each. Counts and marks follow their mean.
/// </remarks>
internal static class SpiceModel
{
    private const double StateCapacitance = 1e-9, StateResistance = 1e12;

    // A shorter shared term is written again where it is needed; a longer text than the second goes to a node even where it is needed once.
    private const int ShortestNode = 60, LongestText = 400;

    private static readonly string[] Reserved = ["a", "b", "time", "temper", "hertz", "gnd"];
    // Between two iterations a node of a shared term can have any value; ngspice gives up where a root or logarithm meets a wrong sign.
    private static readonly SymbolDialect Dialect = new()
    {
        Variable = "v({0})", Parameter = "{{{0}}}", Term = "v({0})", Sqrt = "sqrt(abs({0}))", Log = "log(abs({0}) + 1E-300)",
    };

    /// <summary>Writes the subcircuit.</summary>
    /// <param name="name">Its name; its nodes are a and b.</param>
    /// <param name="model">The model.</param>
    /// <param name="writer">Where to write.</param>
    public static void Write(string name, ITwoTerminal<Symbol> model, TextWriter writer)
    {
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, Reserved);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var nodes = StateNodes(model, names).ToArray();
        var rates = new Symbol[nodes.Length];
        var current = model.Evaluate(Symbol.Variable("a,b"), [.. nodes.Select(Symbol.Variable)], rates);
        var outputs = rates.Select((rate, i) => ($"rate {i}", rate)).Append(("current", current)).ToArray();
        var text = new SymbolPrinter(Dialect, "t_", ShortestNode, LongestText).Print(outputs);
        writer.WriteLine($".subckt {name} a b");
        foreach (var parameter in text.Parameters.Keys)
            parameters.Add(parameter, names[parameter, "p_"]);
        foreach (var (parameter, value) in text.Parameters)
            writer.WriteLine($".param {parameters[parameter]}={Number(value)}");
        foreach (var term in text.Terms)
            Wrap(writer, $"B{term.Name} {term.Name} 0 V = {Renamed(term.Expression)}");
        for (var i = 0; i < nodes.Length; i++)
            WriteState(model.States[i], nodes[i], Renamed(text.Outputs[i].Expression), writer);
        Wrap(writer, $"Bcurrent a b I = {Renamed(text.Outputs[^1].Expression)}");
        writer.WriteLine($".ends {name}");

        // Parameters stand in braces, so a name is never part of another.
        string Renamed(string expression) =>
            parameters.Aggregate(expression, (all, pair) => all.Replace($"{{{pair.Key}}}", $"{{{pair.Value}}}", StringComparison.Ordinal));
    }

    /// <summary>The node of each state, within the subcircuit.</summary>
    public static IEnumerable<string> StateNodes(ITwoTerminal<Symbol> model) =>
        StateNodes(model, new ForeignNames(StringComparer.OrdinalIgnoreCase, Reserved));

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

    private static IEnumerable<string> StateNodes(ITwoTerminal<Symbol> model, ForeignNames names) =>
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

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
