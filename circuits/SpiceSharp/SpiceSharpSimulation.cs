using DevicePhys.Circuits.Elements;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>A circuit prepared for SpiceSharp.</summary>
internal sealed class SpiceSharpSimulation : ISimulation
{
    private readonly Translation translation;
    private readonly TransientOptions options;
    private readonly JumpSampler jumps;
    private readonly Dictionary<string, IElement> elements;
    private readonly Dictionary<string, double> energies = new(StringComparer.Ordinal), powers = new(StringComparer.Ordinal);
    private TransientRun run;
    private RunTimes times;
    private double start;
    private long steps, jumpCount, earlierIterations, earlierRejections;

    public SpiceSharpSimulation(Netlist netlist, TransientOptions options)
    {
        var begun = Stopwatch.GetTimestamp();
        (Netlist, this.options, translation) = (netlist, options, new Translation(netlist));
        elements = netlist.Elements.ToDictionary(e => e.Name, StringComparer.Ordinal);
        jumps = new JumpSampler([.. translation.Devices.Values], options.HazardTolerance);
        run = new TransientRun(translation, options);
        Reset();
        times = times.AddSetUp(begun);
    }

    public Netlist Netlist { get; }

    public double Time { get; private set; }

    public RunStatistics Statistics => new(steps, earlierRejections + run.Rejections, earlierIterations + run.Iterations, jumpCount) { Times = times };

    public void Reset()
    {
        if (run.IsSpent)
        {
            (earlierRejections, earlierIterations) = (earlierRejections + run.Rejections, earlierIterations + run.Iterations);
            run = new TransientRun(translation, options);
        }

        run.End();
        jumps.Clear();
        foreach (var device in translation.Devices.Values)
        {
            device.Equations.Reset();
            device.Equations.Stochastic = false;
        }

        (Time, start) = (0, 0);
        foreach (var source in translation.Sources.Keys)
            (energies[source], powers[source]) = (0, 0);
    }

    public void SetState(string device, ReadOnlySpan<double> state)
    {
        var known = Device(device);
        if (state.Length != known.Equations.Held.Length)
            throw new ArgumentException($"{device}: {state.Length} states were given; its model has {known.Equations.Held.Length}.", nameof(state));
        state.CopyTo(known.Equations.Held);
        if (run.IsRunning)
            known.Behavior!.Put(state);
    }

    public void SetModel(string device, ITwoTerminal<Dual> model) => Device(device).Equations.Model = model;

    public void SetModel(string device, IMultiTerminal<Dual> model) => Device(device).Equations.Model = model;

    public void SetWaveform(string source, Waveform waveform)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        Source(source).Waveform = waveform;
    }

    public void Run(double stop, RandomStream? random = null, IProbe? probe = null, CancellationToken cancellation = default)
    {
        if (!(stop >= Time) || !double.IsFinite(stop))
            throw new ArgumentOutOfRangeException(nameof(stop), stop, $"A run should stop at a finite time from {Time:R} s on.");
        Start();
        var begun = Stopwatch.GetTimestamp();
        jumps.Wind(random);
        foreach (var device in translation.Devices.Values)
            device.Behavior!.GoesTooFar = random is null ? null : () => jumps.GoesTooFar(run.Step);
        foreach (var source in translation.Sources.Keys)
            powers[source] = Power(source);
        probe?.Sample(this);
        run.AimAt(stop - start);
        while (Time < stop)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Limit(jumps.Longest);
            var before = Time;
            Time = run.StepTowards(stop - start) is var reached && reached == stop - start ? stop : start + reached;
            steps++;
            AddEnergies(Time - before);
            probe?.Sample(this);
            if (random is not null && jumps.Pass(Time - before, random))
            {
                jumpCount++;
                run.Corner();
                probe?.Sample(this);
            }
        }

        times = times.AddTransient(begun);
    }

    public void Rest()
    {
        Start();
        foreach (var device in translation.Devices.Values)
            device.Behavior!.State.CopyTo(device.Equations.Held);
        run.End();
        start = Time;
        Start(afresh: false);
    }

    public double Voltage(string node)
    {
        if (!Netlist.Nodes.Contains(node))
            throw new ArgumentException($"There is no node '{node}'; there are {string.Join(", ", Netlist.Nodes)}.", nameof(node));
        Start();
        return run.Voltage(Translation.Node(node));
    }

    public double Current(string element)
    {
        var colon = element.LastIndexOf(':');
        if (!elements.TryGetValue(element, out var known) && (colon < 0 || !elements.TryGetValue(element[..colon], out known)))
            throw new ArgumentException($"There is no element '{element}'; there are {string.Join(", ", elements.Keys)}.", nameof(element));
        Start();
        return known switch
        {
            Resistor resistor => Across(known) / resistor.Resistance,
            TwoTerminalDevice or Switch => translation.Devices[element].Behavior!.Current(0),
            MultiTerminalDevice device => translation.Devices[known.Name].Behavior!.Current(known.Name == element ? 0 : Terminal(device, element[(colon + 1)..])),
            VoltageSource => -run.BranchCurrent(element),
            Inductor or VoltageControlledVoltageSource or CurrentControlledVoltageSource => run.BranchCurrent(element),
            VoltageControlledCurrentSource source => source.Transconductance * (Voltage(known.Nodes[2]) - Voltage(known.Nodes[3])),
            CurrentControlledCurrentSource source => source.Amplification * Current(source.Sensor),
            CurrentSource => translation.Sources[element].Value,
            _ => throw new ArgumentException(
                $"{element}: the current of a {known.GetType().Name} is not kept; read that of an element in series.", nameof(element)),
        };
    }

    public ReadOnlySpan<double> State(string device)
    {
        var known = Device(device);
        Start();
        return known.Behavior!.State;
    }

    public double Energy(string source)
    {
        Source(source);
        return energies[source];
    }

    private void Start(bool afresh = true)
    {
        if (run.IsRunning)
            return;
        foreach (var source in translation.Sources.Values)
        {
            source.Start = start;
            source.Restart();
        }

        var begun = Stopwatch.GetTimestamp();
        run.Start(afresh);
        times = times.AddOperatingPoint(begun);
    }

    private static int Terminal(MultiTerminalDevice device, string name) =>
        device.Model.Terminals.TakeWhile(terminal => terminal.Name != name).Count() is var place && place < device.Nodes.Count
            ? place
            : throw new ArgumentException(
                $"{device.Name} has no terminal '{name}'; it has {string.Join(", ", device.Model.Terminals.Select(t => t.Name))}.", nameof(name));

    private double Across(IElement element) => Voltage(element.Nodes[0]) - Voltage(element.Nodes[1]);

    // A current source takes at plus and gives at minus: it delivers where minus is the higher.
    private double Power(string source) => Current(source) * (elements[source] is VoltageSource ? 1 : -1) * Across(elements[source]);

    private void AddEnergies(double step)
    {
        foreach (var source in translation.Sources.Keys)
        {
            var power = Power(source);
            energies[source] += 0.5 * (powers[source] + power) * step;
            powers[source] = power;
        }
    }

    private CompactModel Device(string name) => translation.Devices.TryGetValue(name, out var device)
        ? device
        : throw new ArgumentException(
            $"There is no device '{name}'; there {Listed(translation.Devices.Keys)}.", nameof(name));

    private SourceWaveform Source(string name) => translation.Sources.TryGetValue(name, out var source)
        ? source
        : throw new ArgumentException($"There is no source '{name}'; there {Listed(translation.Sources.Keys)}.", nameof(name));

    private static string Listed(ICollection<string> names) => names.Count == 0 ? "is none" : "are " + string.Join(", ", names);
}
