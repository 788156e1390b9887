namespace DevicePhys.Circuits.Engine;

/// <summary>One slope of a linearised circuit: the flow it adds to a row is (Conductance + jω Capacitance) times a column.</summary>
/// <param name="Element">The place of the element in the netlist.</param>
/// <param name="Terminal">Which of its terminals the flow leaves the circuit at; -1 for a row that is no node's.</param>
/// <param name="Row">The node, branch or state, numbered in this order.</param>
/// <param name="Column">The node, branch or state.</param>
/// <param name="Conductance">The slope of a current, or what stands for it in a branch's or a state's row.</param>
/// <param name="Capacitance">The slope of a charge, or what stands for it there.</param>
internal readonly record struct SmallSignalEntry(int Element, int Terminal, int Row, int Column, double Conductance, double Capacitance);
