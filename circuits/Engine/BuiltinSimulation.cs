using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace DevicePhys.Circuits.Engine;

/// <summary>A circuit prepared by the builtin engine.</summary>
internal sealed class BuiltinSimulation : ISimulation, ISmallSignal
{
    private readonly CircuitSystem system;
    private readonly Topology topology;
    private readonly Integrator integrator;
    private readonly RestSolver rest;
    private readonly Dictionary<string, IElement> elements;
    private readonly Dictionary<string, int> sources;
    private readonly Dictionary<string, Part> devices;
    private readonly double[] currents, history, residual, charges;
    private readonly Func<int, ILinearSolver> matrixOf;
    private RunTimes times;
    private bool resting;

    public BuiltinSimulation(Netlist netlist, Topology topology, CircuitSystem system, TransientOptions options, Func<int, ILinearSolver> matrixOf, long begun)
    {
        this.matrixOf = matrixOf;
        (Netlist, this.topology, this.system) = (netlist, topology, system);
        integrator = new Integrator(system, options);
        rest = new RestSolver(system, integrator.Newton, topology.Cuts);
        elements = netlist.Elements.ToDictionary(e => e.Name);
        sources = topology.Sources.Select((source, i) => (source.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i);
        devices = system.Parts.Where(p => p is DevicePart or MultiTerminalPart).ToDictionary(p => p.Name);
        (currents, history, residual) = (new double[system.Sources.Count], new double[system.RowCount], new double[system.UnknownCount]);
        charges = new double[system.RowCount];
        Reset();
        times = times.AddSetUp(begun);
    }

    public Netlist Netlist { get; }

    /// <summary>The equations.</summary>
    public CircuitSystem System => system;

    /// <summary>What moves them through time.</summary>
    public Integrator Integrator => integrator;

    public double Time => integrator.Time;

    public RunStatistics Statistics => integrator.Statistics with { Times = times };

    public void Reset()
    {
        integrator.Unknowns.Clear();
        foreach (var part in system.States.Parts)
        {
            for (var i = 0; i < part.StateCount; i++)
                integrator.Unknowns[part.First + i] = part.States[i].Initial;
        }

        system.ForgetRun();
        integrator.Reset();
        resting = false;
    }

    public void SetState(string device, ReadOnlySpan<double> state)
    {
        var part = Device(device);
        if (state.Length != part.StateCount)
            throw new ArgumentException($"{device}: {state.Length} states were given; its model has {part.StateCount}.", nameof(state));
        state.CopyTo(integrator.Unknowns[part.First..]);
        system.States.Charges(integrator.Unknowns, integrator.Charges);
        integrator.Disturb();
    }

    public void SetModel(string device, ITwoTerminal<Dual> model)
    {
        if (Device(device) is not DevicePart part)
            throw new ArgumentException($"{device}: it is not a two-terminal device without charge, expected a model of its own kind.", nameof(device));
        part.Equations.Model = model;
        integrator.Disturb();
    }

    public void SetModel(string device, IMultiTerminal<Dual> model)
    {
        if (Device(device) is not MultiTerminalPart part)
            throw new ArgumentException($"{device}: it is not a multi-terminal device, expected a model of its own kind.", nameof(device));
        part.Equations.Model = model;
        integrator.Disturb();
    }

    public void SetWaveform(string source, Waveform waveform)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        system.Sources.Replace(Source(source), waveform);
        integrator.Disturb();
    }

    public void Run(double stop, RandomStream? random = null, IProbe? probe = null, CancellationToken cancellation = default)
    {
        FindRest();
        var begun = Stopwatch.GetTimestamp();
        try
        {
            probe?.Sample(this);
            while (!integrator.HasReached(stop))
            {
                cancellation.ThrowIfCancellationRequested();
                var outcome = integrator.Step(stop, random);
                probe?.Sample(this);
                if (outcome == StepOutcome.JumpDue)
                {
                    integrator.ApplyJump(random!);
                    probe?.Sample(this);
                }
            }
        }
        finally
        {
            times = times.AddTransient(begun);
        }
    }

    public void Rest()
    {
        SolveRest();
        integrator.Disturb();
    }

    public double Voltage(string node)
    {
        var number = topology.Node(node);
        FindRest();
        system.Locate(Time, integrator.Unknowns);
        return system.Board.Potential[number];
    }

    public double Current(string element)
    {
        if (!elements.TryGetValue(element, out var known) && !TryTerminal(element, out known))
            throw new ArgumentException($"There is no element '{element}'; there are {string.Join(", ", elements.Keys)}.", nameof(element));
        FindRest();
        system.Evaluate(Time, 1, integrator.Unknowns, history, residual);
        switch (known)
        {
            case Resistor resistor:
                var potential = system.Board.Potential;
                return (potential[topology.Node(known.Nodes[0])] - potential[topology.Node(known.Nodes[1])]) / resistor.Resistance;
            case TwoTerminalDevice or MultiTerminalDevice or Switch:
                var part = devices[known.Name];
                var state = integrator.Unknowns.Slice(part.First, part.StateCount);
                return part is DevicePart device
                    ? device.Equations.CurrentNear(device.Voltage(system.Board), state)
                    : ((MultiTerminalPart)part).Current(system.Board, Terminal(known, element), state);
            case Inductor or VoltageControlledVoltageSource or CurrentControlledVoltageSource:
                return system.Board.BranchCurrents[topology.Branch(element)];
            case VoltageControlledCurrentSource or CurrentControlledCurrentSource:
                return ControlledCurrent(known);
            case VoltageSource:
                system.Charges(Time, integrator.Unknowns, charges);
                system.SourceCurrents(integrator.ChargeRates, currents);
                return currents[sources[element]];
            case CurrentSource:
                return system.Sources[sources[element]];
            default:
                throw new ArgumentException(
                    $"{element}: the current of a {known.GetType().Name} is not kept; read that of an element in series.",
                    nameof(element));
        }
    }

    public ReadOnlySpan<double> State(string device)
    {
        var part = Device(device);
        FindRest();
        return integrator.Unknowns.Slice(part.First, part.StateCount);
    }

    public void Respond(string source, ReadOnlySpan<double> frequencies, IReadOnlyList<string> signals, Span<Complex> phasors)
    {
        var swinging = Source(source);
        FindRest();
        system.Locate(Time, integrator.Unknowns);
        var circuit = new SmallSignalCircuit(Netlist, topology, system.Board.Potential, Present);
        var solver = new SmallSignalSolver(topology, circuit, swinging, matrixOf);
        var readers = signals.Select(signal => new SmallSignalReader(Netlist, topology, circuit, swinging, signal)).ToArray();
        for (var i = 0; i < frequencies.Length; i++)
        {
            solver.Solve(frequencies[i]);
            for (var s = 0; s < readers.Length; s++)
                phasors[(i * readers.Length) + s] = readers[s].Read(solver, frequencies[i]);
        }
    }

    public double Energy(string source) => integrator.Integrals[Source(source)];

    /// <summary>Rest is found when it is first needed, so that states and models set after a reset count.</summary>
    private void FindRest()
    {
        if (!resting)
            SolveRest();
    }

    private void SolveRest()
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            rest.Solve(Time, integrator.Unknowns);
            system.Charges(Time, integrator.Unknowns, integrator.Charges);
            resting = true;
        }
        finally
        {
            times = times.AddOperatingPoint(begun);
        }
    }

    private double ControlledCurrent(IElement element) => element is VoltageControlledCurrentSource g
        ? g.Transconductance * (system.Board.Potential[topology.Node(g.Nodes[2])] - system.Board.Potential[topology.Node(g.Nodes[3])])
        : ((CurrentControlledCurrentSource)element).Amplification
            * system.Board.BranchCurrents[topology.Branch(((CurrentControlledCurrentSource)element).Sensor)];

    private bool TryTerminal(string name, [NotNullWhen(true)] out IElement? element)
    {
        var colon = name.LastIndexOf(':');
        return elements.TryGetValue(colon < 0 ? name : name[..colon], out element) && Terminal(element, name) >= 0;
    }

    private static int Terminal(IElement element, string name) => element is MultiTerminalDevice device && name != element.Name
        ? device.Model.Terminals.Select(t => t.Name).ToList().IndexOf(name[(element.Name.Length + 1)..])
        : name == element.Name ? 0 : -1;

    private (IModel<Dual> Model, double[] State) Present(string name)
    {
        var part = devices[name];
        IModel<Dual> model = part is DevicePart device ? device.Equations.Model : ((MultiTerminalPart)part).Equations.Model;
        return (model, integrator.Unknowns.Slice(part.First, part.StateCount).ToArray());
    }

    private Part Device(string name) => devices.TryGetValue(name, out var device)
        ? device
        : throw new ArgumentException(
            $"There is no device '{name}'; there {(devices.Count == 0 ? "is none" : "are " + string.Join(", ", devices.Keys))}.",
            nameof(name));

    private int Source(string name) => sources.TryGetValue(name, out var source)
        ? source
        : throw new ArgumentException(
            $"There is no source '{name}'; there {(sources.Count == 0 ? "is none" : "are " + string.Join(", ", sources.Keys))}.",
            nameof(name));
}
