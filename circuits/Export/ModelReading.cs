using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Export;

/// <summary>What a model says, as named expressions: rates of the states, then currents and charges of the terminals but the last.</summary>
internal sealed class ModelReading
{
    private readonly int states, ports;

    /// <summary>Reads a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="voltages">[Terminals - 1] the variable of each port voltage.</param>
    /// <param name="states">[States] the variable of each state.</param>
    public ModelReading(IMultiTerminal<Symbol> model, IReadOnlyList<string> voltages, IReadOnlyList<string> states)
    {
        (this.states, ports) = (states.Count, voltages.Count);
        States = [.. states.Select(Symbol.Variable)];
        Symbol[] rates = new Symbol[states.Count], currents = new Symbol[ports], charges = new Symbol[ports];
        model.Evaluate([.. voltages.Select(Symbol.Variable)], States, currents, charges, rates);
        Outputs = [.. rates.Concat(currents).Concat(charges).Select((value, i) => ($"output {i}", value))];
    }

    /// <summary>[States] the variables of the states.</summary>
    public Symbol[] States { get; }

    /// <summary>The expressions: state i at place i, currents and charges where <see cref="Current"/> and <see cref="Charge"/> say.</summary>
    public IReadOnlyList<(string Name, Symbol Value)> Outputs { get; }

    /// <summary>The place of a terminal's current.</summary>
    public int Current(int terminal) => states + terminal;

    /// <summary>The place of a terminal's charge.</summary>
    public int Charge(int terminal) => states + ports + terminal;

    /// <summary>Whether an output is always 0.</summary>
    public bool IsZero(int output) => Outputs[output].Value.ToString() is "value = 0" or "value = -0";
}
