using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Circuits.Engine;
using DevicePhys.Simulation;

namespace DevicePhys.Tests.Circuits.Random;

/// <summary>Kirchhoff's current law, checked from outside the solver.</summary>
public static class CurrentBalance
{
    // What SPICE's own conductance to ground takes at 1 V; a node that nothing else holds is given a thousandth of it per volt.
    private const double Leak = 1e-12;
    private const double Small = 1e-4, Step = 1e-7;

    /// <summary>The worst sum of the currents that elements report at a node, over the largest of them there or at a node held to it by sources.</summary>
    /// <param name="simulation">A circuit at rest.</param>
    /// <remarks>The current of a source is a sum over the tree of sources it is part of.</remarks>
    public static double AtRest(ISimulation simulation)
    {
        var (sums, sizes) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        foreach (var element in simulation.Netlist.Elements)
        {
            switch (element)
            {
                case Capacitor:
                    break;
                case MultiTerminalDevice device:
                    for (var i = 0; i < device.Nodes.Count; i++)
                        Add(device.Nodes[i], simulation.Current($"{device.Name}:{device.Model.Terminals[i].Name}"));
                    break;
                default:
                    // A voltage source's current is counted out of its plus node into the circuit.
                    var current = simulation.Current(element.Name) * (element is VoltageSource ? -1 : 1);
                    Add(element.Nodes[0], current);
                    Add(element.Nodes[1], -current);
                    break;
            }
        }

        var held = new Groups(simulation.Netlist.Nodes.Count());
        var places = simulation.Netlist.Nodes.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
        foreach (var source in simulation.Netlist.Elements.OfType<VoltageSource>())
            held.Join(places[source.Nodes[0]], places[source.Nodes[1]]);
        var largest = sizes.GroupBy(pair => held.Of(places[pair.Key])).ToDictionary(tree => tree.Key, tree => tree.Max(pair => pair.Value));
        return sums.Where(pair => pair.Key != "0").Select(pair => Share(pair.Value, largest[held.Of(places[pair.Key])])).DefaultIfEmpty(0).Max();

        void Add(string node, double current)
        {
            sums[node] = sums.GetValueOrDefault(node) + current;
            sizes[node] = Math.Max(sizes.GetValueOrDefault(node), Math.Abs(current));
        }
    }

    /// <summary>
    /// The worst sum of the flows of the parts, evaluated anew, and of the charge's derivative that the step ended with, at a free node (or tree of voltage
    /// sources), over the sum of their sizes. Not counted is what the node's own conductance makes of a voltage within the tolerance.
    /// </summary>
    /// <param name="simulation">A simulation of the builtin engine after a step.</param>
    /// <param name="options">The tolerances it was prepared with.</param>
    public static double AfterStep(ISimulation simulation, TransientOptions options)
    {
        var builtin = (BuiltinSimulation)simulation;
        var (system, x, rates) = (builtin.System, builtin.Integrator.Unknowns.ToArray(), builtin.Integrator.ChargeRates.ToArray());
        var (sums, sizes) = Flows(system, simulation.Time, x);
        var worst = 0.0;
        for (var row = 0; row < system.Board.BranchRow(0); row++)
        {
            var (sum, size) = (sums[row] + rates[row], sizes[row] + Math.Abs(rates[row]));
            if (Share(sum, size) > Small)
            {
                var moved = x.ToArray();
                moved[row] += Step;
                var conductance = Math.Abs(Flows(system, simulation.Time, moved).Sums[row] - sums[row]) / Step;
                var allowed = conductance * (options.VoltageTolerance + (options.RelativeTolerance * Math.Abs(x[row])));
                worst = Math.Max(worst, Share(Math.Max(0, Math.Abs(sum) - allowed), size));
                continue;
            }

            worst = Math.Max(worst, Share(sum, size));
        }

        return worst;
    }

    private static (double[] Sums, double[] Sizes) Flows(CircuitSystem system, double time, double[] x)
    {
        system.Evaluate(time, 1, x, new double[system.RowCount], new double[system.UnknownCount]);
        var nodes = system.Board.Potential.Length;
        var (charge, current) = (new double[nodes], new double[nodes]);
        var (sums, sizes) = (new double[system.Board.UnknownCount + 1], new double[system.Board.UnknownCount + 1]);
        foreach (var part in system.Parts)
        {
            Array.Clear(current);
            part.AddFlows(system.Board, x, charge, current);

            // What lies across a source concerns its current alone.
            if (Enumerable.Range(0, nodes).Where(node => current[node] != 0).Select(system.Board.Column).Distinct().Count() < 2)
                continue;
            for (var node = 0; node < nodes; node++)
            {
                sums[system.Board.Column(node)] += current[node];
                sizes[system.Board.Column(node)] += Math.Abs(current[node]);
            }
        }

        return (sums, sizes);
    }

    private static double Share(double sum, double size) =>
        double.IsFinite(sum) ? Math.Max(0, Math.Abs(sum) - Leak) / (size + 1e-15) : double.PositiveInfinity;
}
