using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Export;

/// <summary>The model of a card as a Verilog-A module.</summary>
/// <remarks>
/// Every terminal but the last has its current and the derivative of its charge against the last. A state is the voltage of an internal node: of a
/// differential one 1 nF (dx/dt - rate) = 0, and at an operating point x stands at its initial value, a parameter of the module; of an algebraic one the residual
/// = 0. Counts and marks follow their mean. Card parameters are parameters of the module, with their units and bounds; a readout is a variable that
/// simulators show. Only + - * /, the functions of the language, analysis and ddt are used, none of them in a branch that depends on time.
/// </remarks>
public static class VerilogModel
{
    private const double StateCapacitance = 1e-9;

    // exp overflows where Newton's method oversteps; no solution comes near.
    private static readonly SymbolDialect Dialect = new()
    {
        Log = "ln({0})",
        Exp = "exp(min({0}, 150.0))",
        Sinh = "sinh(max(min({0}, 150.0), -150.0))",
        Cosh = "cosh(max(min({0}, 150.0), -150.0))",
        Parameter = "{{{0}}}",
        Number = Number,
    };

    /// <summary>The name of a card's module or subcircuit.</summary>
    /// <param name="card">The card.</param>
    public static string NameOf(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return string.Concat(card.Id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
    }

    /// <summary>Writes the module.</summary>
    /// <param name="card">The card.</param>
    /// <param name="catalog">Where its model is found.</param>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="Errors.CardException">The card does not fit its model.</exception>
    public static void Write(Card card, ModelCatalog catalog, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(writer);
        var given = catalog.CreateModel<Symbol>(card);
        var model = PortView<Symbol>.Of(given);

        // Case counts in the language, but not in every simulator that runs it.
        var names = new ForeignNames(StringComparer.OrdinalIgnoreCase, VerilogWords.Reserved);
        var terminals = model.Terminals.Select(terminal => names[terminal.Name]).ToArray();
        var states = model.States.Select(state => names[state.Name, "s_"]).ToArray();
        string[] ports = [.. terminals[..^1].Select(terminal => $"V({terminal}, {terminals[^1]})")];
        var reading = new ModelReading(model, ports, [.. states.Select(state => $"V({state})")]);
        var readouts = Readouts(given, reading);
        var text = new SymbolPrinter(Dialect, "t_").Print([.. reading.Outputs, .. readouts.Select(readout => (readout.Readout.Name, readout.Value))]);
        var parameters = card.Parameters.Where(parameter => text.Parameters.ContainsKey(parameter.Name)).ToDictionary(p => p.Name, p => names[p.Name]);

        writer.WriteLine($"// {card.Id}: {card.Title}");
        writer.WriteLine($"// {card.Reference}");
        writer.WriteLine($"// Written by DevicePhys {DevicePhysVersion.Current} from the card with hash {card.Hash}.");
        foreach (var parameter in card.Parameters.Where(parameter => !parameters.ContainsKey(parameter.Name)))
            writer.WriteLine($"// {parameter.Name} = {Number(parameter.Value)} {parameter.Unit} is part of these equations, or not of them at all: no parameter here.");
        writer.WriteLine();
        writer.WriteLine("`include \"disciplines.vams\"");
        writer.WriteLine();
        writer.WriteLine($"module {NameOf(card)}({string.Join(", ", terminals)});");
        writer.WriteLine($"    inout {string.Join(", ", terminals)};");
        writer.WriteLine($"    electrical {string.Join(", ", terminals.Concat(states))};");
        foreach (var parameter in card.Parameters.Where(parameter => parameters.ContainsKey(parameter.Name)))
            Declare(writer, parameters[parameter.Name], parameter.Unit, $"{parameter.Name}, {parameter.Status.ToString().ToLowerInvariant()}", parameter.Value, parameter.Lower, parameter.Upper);
        foreach (var (state, node) in model.States.Zip(states).Where(pair => pair.First.Kind != StateKind.Algebraic))
            Declare(writer, names[state.Name, "initial_"], state.Unit, $"{state.Name} at the operating point", state.Initial, state.Lower, state.Upper);
        for (var i = 0; i < readouts.Count; i++)
            writer.WriteLine($"    {Attributes(readouts[i].Readout.Unit, readouts[i].Readout.Name)} real {names[readouts[i].Readout.Name, "r_"]};");
        if (text.Terms.Count > 0)
            LongLine.Write(writer, $"    real {string.Join(", ", text.Terms.Select(term => term.Name))};", "        ");
        writer.WriteLine();
        writer.WriteLine("    analog begin");
        foreach (var term in text.Terms)
            Line($"{term.Name} = {Renamed(term.Expression)};");
        for (var i = 0; i < states.Length; i++)
            WriteState(model.States[i], states[i], Renamed(text.Outputs[i].Expression));
        for (var i = 0; i < ports.Length; i++)
        {
            var branch = $"I({terminals[i]}, {terminals[^1]})";
            if (!reading.IsZero(reading.Current(i)))
                Line($"{branch} <+ {Renamed(text.Outputs[reading.Current(i)].Expression)};");
            if (!reading.IsZero(reading.Charge(i)))
                Line($"{branch} <+ ddt({Renamed(text.Outputs[reading.Charge(i)].Expression)});");
        }

        for (var i = 0; i < readouts.Count; i++)
            Line($"{names[readouts[i].Readout.Name, "r_"]} = {Renamed(text.Outputs[reading.Outputs.Count + i].Expression)};");
        writer.WriteLine("    end");
        writer.WriteLine("endmodule");

        void Line(string line) => LongLine.Write(writer, $"        {line}", "            ");

        // Parameters stand in braces, so a name is never part of another.
        string Renamed(string expression) =>
            parameters.Aggregate(expression, (all, pair) => all.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal));

        void WriteState(StateVariable state, string node, string rate)
        {
            if (state.Kind == StateKind.Algebraic)
            {
                Line($"I({node}) <+ {rate};");
                return;
            }

            Line($"I({node}) <+ ddt({Number(StateCapacitance)} * V({node}));");
            Line($"I({node}) <+ (analysis(\"static\") ? V({node}) - {names[state.Name, "initial_"]} : -({Number(StateCapacitance)} * ({rate})));");
        }
    }

    private static List<(Readout Readout, Symbol Value)> Readouts(IModel<Symbol> model, ModelReading reading) => model is IReadable<Symbol> readable
        ? [.. readable.Readouts.Select((readout, place) => (readout, readable.Read(place, reading.States)))]
        : [];

    private static void Declare(TextWriter writer, string name, string unit, string what, double value, double lower, double upper)
    {
        var low = double.IsFinite(lower) ? $"[{Signed(lower)}" : "(-inf";
        var high = double.IsFinite(upper) ? $"{Signed(upper)}]" : "inf)";
        writer.WriteLine($"    {Attributes(unit, what)} parameter real {name} = {Signed(value)} from {low}:{high};");
    }

    private static string Attributes(string unit, string what) => $"(* units = \"{unit}\", desc = \"{what}\" *)";

    private static string Signed(double value) => double.IsNegative(value) ? $"-{Number(-value)}" : Number(value);

    /// <summary>A number that is not taken for an integer: 1/3 is 0 in Verilog.</summary>
    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') >= 0 ? text : $"{text}.0";
    }
}
