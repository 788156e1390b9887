using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Export;

/// <summary>A compact model as a SPICE subcircuit of behavioural sources (ngspice's B elements).</summary>
/// <remarks>
/// A differential state is the voltage of a node with 1 nF, charged by a source of 1 nF times its rate, so that its current is of the order of the
/// device's; it starts at the state's initial value. 1 TOhm gives the node a path for a steady current, and in a transient the source gives back what
/// leaks away. An algebraic state is a node into which its residual flows. A charge is the voltage of a node with a capacitor. Counts and marks follow
/// their mean. Long shared terms have a node each. The parameters of the card are parameters of the subcircuit.
/// <para>Where the model holds charge, the nodes of terms hold on to their last value for 0.1 fs and are read within bounds: ngspice starts a shorter step
/// from where the refused one ended. Its own devices go back to the last accepted point, a B source does not, and where a switch closed within the
/// refused step Newton's method does not find back. So beside a switch a node has the time of the last iteration; where that lies ahead, a step was
/// refused, and for one iteration every source leaves its nodes to the capacitances, which know the last accepted point. Not elsewhere: a refused step
/// without a switch ends near the solution, and a Schmitt trigger of bipolar transistors stopped when it went back.</para>
/// </remarks>
public static class SpiceModel
{
    private const double StateCapacitance = 1e-9, StateResistance = 1e12, ChargeUnit = 1e-15;

    // The capacitance keeps the charge of a term far below what SPICE limits its steps by. What the terms lag behind shows where a device latches: the
    // floating body's jump came 1.5e-3 of its span too late at 1 fs.
    private const double TermConductance = 1e-10, TermTime = 1e-16;

    // A shorter shared term is written again where it is needed; a longer text than the second goes to a node even where it is needed once.
    // Fewer nodes converge better, and every node is solved for beside the voltages; more text takes longer to evaluate.
    private static readonly (int Shortest, int Longest) Plain = (60, 400), Holding = (200, 4000);

    // With a charge as the only thing at a terminal, that has this capacitance while the sources are silent; the charge is told without it [F].
    private const double Remnant = 1e-18;

    private const string Bounds = ".func lim(x) {min(max(x, -1E25), 1E25)}", Clock = "clock_";

    private static readonly string[] Reserved = ["time", "temper", "hertz", "gnd", "lim", Clock];

    // Between two iterations a node of a shared term can have any value, and ngspice gives up at the first root or logarithm of a wrong sign and at the
    // first overflow. So those are kept within bounds that no solution comes near.
    private static readonly SymbolDialect Dialect = new()
    {
        Variable = "v({0})",

        // ngspice adds gmin · 1e-20, 1e-35 here, to every divisor: 1.5 % of Planck's constant.
        SmallestDivisor = 1e-20,
        Parameter = "{{{0}}}",
        Term = "v({0})",
        Sqrt = "sqrt(abs({0}))",
        Pow = "pow(abs({0}) + 1E-100, {1})",
        Log = "log(abs({0}) + 1E-300)",
        Exp = "exp(min({0}, 80))",
        Sinh = "sinh(max(min({0}, 150), -150))",
        Cosh = "cosh(max(min({0}, 150), -150))",
    };

    /// <summary>Writes the model of a card as a subcircuit to include in other decks.</summary>
    /// <param name="card">The card.</param>
    /// <param name="catalog">Where its model is found.</param>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="Errors.CardException">The card does not fit its model.</exception>
    public static void Write(Card card, ModelCatalog catalog, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(writer);
        var model = PortView<Symbol>.Of(catalog.CreateModel<Symbol>(card));
        var name = VerilogModel.NameOf(card);
        writer.WriteLine($"* {card.Id}: {card.Title}");
        writer.WriteLine($"* {card.Reference}");
        writer.WriteLine($"* Written by DevicePhys {DevicePhysVersion.Current} from the card with hash {card.Hash}; for ngspice, SI units.");
        writer.WriteLine("* Take .options with reltol=1e-6 or less; trtol=1, abstol=1e-12, vntol=1e-9 and chgtol=1e-18 or less suit currents of uA and charges of fC; pivtol=1e-30 those of a cell that keeps them.");
        writer.WriteLine($"* Use: X1 {string.Join(' ', model.Terminals.Select(terminal => terminal.Name))} {name}");
        foreach (var (state, node) in model.States.Zip(StateNodes(model)))
            writer.WriteLine($"* State {state.Name} of X1: v(x1.{node}), {Number(state.Initial)} at first");
        Write(name, model, returns: false, writer);
    }

    /// <summary>Writes the subcircuit.</summary>
    /// <param name="name">Its name; its nodes are the model's terminals.</param>
    /// <param name="model">The model.</param>
    /// <param name="returns">Whether its sources go back to the last accepted point where ngspice refuses a step.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="guess">[Terminals - 1] and [States] at rest, where they are known: ngspice then starts from there.</param>
    internal static void Write(string name, IMultiTerminal<Symbol> model, bool returns, TextWriter writer, (double[] Voltages, double[] State)? guess = null)
    {
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, Reserved);
        var terminals = model.Terminals.Select(terminal => names[terminal.Name]).ToArray();
        var nodes = StateNodes(model, names).ToArray();
        string[] ports = [.. terminals[..^1].Select(terminal => $"{terminal},{terminals[^1]}")];
        var reading = new ModelReading(model, ports, nodes);
        var holding = returns || Enumerable.Range(0, ports.Length).Any(i => !reading.IsZero(reading.Charge(i)));
        var (shortest, longest) = holding ? Holding : Plain;
        var text = new SymbolPrinter(holding ? Dialect with { Term = "lim(v({0}))" } : Dialect, "t_", shortest, longest).Print(reading.Outputs);
        var parameters = text.Parameters.Keys.ToDictionary(parameter => parameter, parameter => names[parameter, "p_"]);
        var values = text.Parameters.Select(parameter => $"{parameters[parameter.Key]}={Number(parameter.Value)}");
        LongLine.Write(writer, $".subckt {name} {string.Join(' ', terminals.Concat(values))}");
        if (holding)
            writer.WriteLine(Bounds);
        if (returns)
            writer.WriteLine($"V{Clock} {Clock} 0 PWL(0 0 1E3 1E3)");
        foreach (var term in text.Terms)
            WriteTerm(term.Name, Renamed(term.Expression), holding, returns, writer);
        if (guess is { } rest)
        {
            var known = ports.Concat(nodes).Zip(rest.Voltages.Concat(rest.State)).ToDictionary(pair => pair.First, pair => pair.Second);
            foreach (var (term, value) in text.Terms.Zip(text.TermValues(known)))
                writer.WriteLine($".nodeset v({term.Name})={Number(value)}");
        }

        for (var i = 0; i < nodes.Length; i++)
            WriteState(model.States[i], nodes[i], Renamed(text.Outputs[i].Expression), returns, writer);
        for (var i = 0; i < terminals.Length - 1; i++)
        {
            if (!reading.IsZero(reading.Current(i)))
                LongLine.Write(writer, $"Bi_{terminals[i]} {terminals[i]} {terminals[^1]} I = {Fresh(Renamed(text.Outputs[reading.Current(i)].Expression), returns)}");
            if (!reading.IsZero(reading.Charge(i)))
                WriteCharge(terminals[i], terminals[^1], Renamed(text.Outputs[reading.Charge(i)].Expression), returns, writer);
        }

        writer.WriteLine($".ends {name}");

        // Parameters stand in braces, so a name is never part of another.
        string Renamed(string expression) =>
            parameters.Aggregate(expression, (all, pair) => all.Replace($"{{{pair.Key}}}", $"{{{pair.Value}}}", StringComparison.Ordinal));
    }

    /// <summary>The node of each state, within the subcircuit.</summary>
    internal static IReadOnlyList<string> StateNodes(IMultiTerminal<Symbol> model)
    {
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, Reserved);
        foreach (var terminal in model.Terminals)
            _ = names[terminal.Name];
        return [.. StateNodes(model, names)];
    }

    private static IEnumerable<string> StateNodes(IMultiTerminal<Symbol> model, ForeignNames names) =>
        model.States.Select(state => names[state.Name, "s_"]);

    /// <summary>The current of a source, or none in an iteration that starts from a refused step.</summary>
    private static string Fresh(string current, bool returns) => returns ? $"time - v({Clock}) < -1E-14 * time ? 0 : ({current})" : current;

    private static void WriteTerm(string name, string expression, bool holding, bool returns, TextWriter writer)
    {
        if (holding)
            WriteHeld(name, expression, returns, writer);
        else
            LongLine.Write(writer, $"B{name} {name} 0 V = {expression}");
    }

    private static void WriteHeld(string node, string value, bool returns, TextWriter writer)
    {
        var conductance = Number(TermConductance);
        if (returns)
        {
            LongLine.Write(writer, $"B{node} 0 {node} I = {Fresh($"{conductance} * (({value}) - v({node}))", returns)}");
        }
        else
        {
            LongLine.Write(writer, $"B{node} 0 {node} I = {conductance} * ({value})");
            writer.WriteLine($"R{node} {node} 0 {Number(1 / TermConductance)}");
        }

        writer.WriteLine($"C{node} {node} 0 {Number(TermConductance * TermTime)}");
    }

    private static void WriteState(StateVariable state, string node, string rate, bool returns, TextWriter writer)
    {
        var initial = Number(state.Initial);
        if (state.Kind == StateKind.Algebraic)
        {
            LongLine.Write(writer, $"B{node} 0 {node} I = {rate}");
            writer.WriteLine($"R{node} {node} 0 {Number(StateResistance)}");
            writer.WriteLine($".nodeset v({node})={initial}");
            return;
        }

        var change = $"{Number(StateCapacitance)} * ({rate}) + (time > 0 ? v({node}) * {Number(1 / StateResistance)} : 0)";
        LongLine.Write(writer, $"B{node} 0 {node} I = {Fresh(change, returns)}");
        writer.WriteLine($"C{node} {node} 0 {Number(StateCapacitance)}");
        writer.WriteLine($"R{node} {node} 0 {Number(StateResistance)}");
        writer.WriteLine($".ic v({node})={initial}");
    }

    /// <summary>A charge as the voltage of a node in units of 1 fC/V; what a capacitor of 1 fF draws from there flows into the terminal.</summary>
    private static void WriteCharge(string terminal, string reference, string charge, bool returns, TextWriter writer)
    {
        if (returns)
        {
            WriteHeld($"h_{terminal}", $"(({charge}) - {Number(Remnant)} * v({terminal},{reference})) / {Number(ChargeUnit)}", returns, writer);
            writer.WriteLine($"Cr_{terminal} {terminal} {reference} {Number(Remnant)}");
            writer.WriteLine($"Eq_{terminal} q_{terminal} 0 h_{terminal} 0 1");
        }
        else
        {
            LongLine.Write(writer, $"Bq_{terminal} q_{terminal} 0 V = ({charge}) / {Number(ChargeUnit)}");
        }

        writer.WriteLine($"Cq_{terminal} q_{terminal} m_{terminal} {Number(ChargeUnit)}");
        writer.WriteLine($"Vq_{terminal} m_{terminal} 0 DC 0");
        writer.WriteLine($"Fq_{terminal} {terminal} {reference} Vq_{terminal} 1");
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
