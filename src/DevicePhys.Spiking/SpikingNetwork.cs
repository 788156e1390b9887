using System.Numerics;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Inputs;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;

namespace DevicePhys.Spiking;

/// <summary>Neurons, inputs, synapses and monitors on one grid of time steps.</summary>
/// <remarks>
/// A step: states are recorded; neurons and inputs move on and fire; spikes are recorded and brought to their targets, in the order the projections were
/// made; neurons that fired are reset. So a spike without delay reaches its targets in its own step and acts from the next one on. Not thread safe.
/// </remarks>
public sealed class SpikingNetwork
{
    private readonly List<ISpikeSource> sources = [];
    private readonly List<NeuronPopulation> populations = [];
    private readonly List<IProjection> projections = [];
    private readonly List<SpikeMonitor> spikes = [];
    private readonly List<RateMonitor> rates = [];
    private readonly List<StateMonitor> states = [];

    /// <summary>Creates an empty network at time 0.</summary>
    /// <param name="timeStep">The time step [s].</param>
    /// <exception cref="ArgumentException">The time step is not above 0.</exception>
    public SpikingNetwork(double timeStep)
    {
        Check.Positive(timeStep, "The time step", "s");
        TimeStep = timeStep;
    }

    /// <summary>The time step [s].</summary>
    public double TimeStep { get; }

    /// <summary>Neurons, in the order they were added.</summary>
    internal IReadOnlyList<NeuronPopulation> Populations => populations;

    /// <summary>Inputs, in the order they were added.</summary>
    internal IEnumerable<ISpikeSource> Inputs => sources.Where(source => source is not NeuronPopulation and not DelayLine);

    /// <summary>Synapses, in the order they were made.</summary>
    internal IReadOnlyList<IProjection> Projections => projections;

    /// <summary>How many steps have been run.</summary>
    public long Step { get; private set; }

    /// <summary>Adds a population.</summary>
    /// <param name="count">How many neurons.</param>
    /// <param name="settings">Their constants.</param>
    /// <returns>The neurons, at rest at their reset value.</returns>
    /// <exception cref="ArgumentException">No neurons, or a constant that cannot be.</exception>
    public LifNeurons<double> AddNeurons(int count, LifSettings settings) => AddLif<double>(count, settings);

    /// <summary>Adds a population in single precision: almost twice as fast, with the same statistics but other spikes.</summary>
    /// <param name="count">How many neurons.</param>
    /// <param name="settings">Their constants.</param>
    /// <returns>The neurons, at rest at their reset value.</returns>
    /// <exception cref="ArgumentException">No neurons, or a constant that cannot be.</exception>
    public LifNeurons<float> AddSingleNeurons(int count, LifSettings settings) => AddLif<float>(count, settings);

    /// <summary>Adds a population of any model.</summary>
    /// <param name="count">How many neurons.</param>
    /// <param name="model">The model, made for the time step of this network.</param>
    /// <returns>The neurons, in the first state of the model.</returns>
    /// <exception cref="ArgumentException">No neurons, or a constant that cannot be.</exception>
    public NeuronPopulation AddNeurons<TModel>(int count, TModel model) where TModel : struct, INeuronModel
    {
        var neurons = Add(new ModelNeurons<TModel>(count, model, TimeStep));
        populations.Add(neurons);
        return neurons;
    }

    /// <summary>Adds cells that fire at random.</summary>
    /// <param name="rates">The rate of each cell [cells], [Hz].</param>
    /// <param name="seed">The seed; two inputs of one network need two seeds.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentException">No cells, a negative rate, or one above a spike per time step.</exception>
    public PoissonInput AddPoisson(ReadOnlySpan<double> rates, ulong seed) => Add(new PoissonInput(rates, TimeStep, seed));

    /// <summary>Adds cells that fire at given times.</summary>
    /// <param name="count">How many cells.</param>
    /// <param name="cells">The cell of each spike [spikes], in any order.</param>
    /// <param name="times">The time of each spike [spikes], [s].</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentException">No cells, a negative time, a cell that is not there, or two spikes of a cell in one step.</exception>
    public SpikeListInput AddSpikeList(int count, ReadOnlySpan<int> cells, ReadOnlySpan<double> times) => Add(new SpikeListInput(count, cells, times, TimeStep));

    /// <summary>Adds cells that fire at random with rates that change from bin to bin; the last bin goes on for ever.</summary>
    /// <param name="rates">[bins × cells], row-major, [Hz].</param>
    /// <param name="cells">How many cells.</param>
    /// <param name="bin">How long a bin is [s].</param>
    /// <param name="seed">The seed; two inputs of one network need two seeds.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentException">No whole number of bins, a bin shorter than a time step, a negative rate, or one above a spike per time step.</exception>
    public RateArrayInput AddRates(ReadOnlySpan<double> rates, int cells, double bin, ulong seed) => Add(new RateArrayInput(rates, cells, bin, TimeStep, seed));

    /// <summary>Makes synapses.</summary>
    /// <param name="source">Where the spikes come from; part of this network.</param>
    /// <param name="neurons">Where they go; part of this network.</param>
    /// <param name="connections">Which reaches which, and how strongly; its weights are those that learn.</param>
    /// <param name="receptor">What the weights are added to.</param>
    /// <param name="delay">How long a spike takes to arrive [s]; 0 for within its own step.</param>
    /// <param name="rule">How the synapses learn, or null.</param>
    /// <exception cref="ArgumentException">A source or target of another network, connections of another size, or a setting that cannot be.</exception>
    public void Connect(
        ISpikeSource source, NeuronPopulation neurons, SparseConnections connections, Receptor receptor, double delay = 0, LearningRule? rule = null)
    {
        Check.NotNegative(delay, "The delay", "s");
        CheckSizes(source, neurons, connections);
        var steps = TimeGrid.Steps(delay, TimeStep);
        var arriving = steps == 0 ? source : Add(new DelayLine(source, checked((int)steps)));
        projections.Add(rule is null
            ? new Projection(source, arriving, neurons, connections, receptor, delay)
            : new PlasticProjection(source, arriving, neurons, connections, receptor, delay, rule, TimeStep));
    }

    /// <summary>Makes synapses with a delay each.</summary>
    /// <param name="source">Where the spikes come from; part of this network.</param>
    /// <param name="neurons">Where they go; part of this network.</param>
    /// <param name="connections">Which reaches which, and how strongly.</param>
    /// <param name="receptor">What the weights are added to.</param>
    /// <param name="delays">How long a spike takes to arrive, [synapses], source by source, [s].</param>
    /// <exception cref="ArgumentException">A source or target of another network, connections of another size, or a negative delay.</exception>
    public void Connect(ISpikeSource source, NeuronPopulation neurons, SparseConnections connections, Receptor receptor, ReadOnlySpan<double> delays)
    {
        CheckSizes(source, neurons, connections);
        if (delays.Length != connections.Count || delays.IsEmpty)
            throw new ArgumentException($"There are {delays.Length} delays: one for each of the {connections.Count} synapses is expected.");
        foreach (var delay in delays)
            Check.NotNegative(delay, "A delay", "s");
        projections.Add(new ScatteredProjection(source, neurons, connections, receptor, delays.ToArray(), TimeStep));
    }

    /// <summary>Records the spikes of a source from now on.</summary>
    /// <param name="source">Neurons or an input of this network.</param>
    /// <returns>The monitor.</returns>
    public SpikeMonitor RecordSpikes(ISpikeSource source)
    {
        Own(source);
        spikes.Add(new(source, TimeStep));
        return spikes[^1];
    }

    /// <summary>Records the mean rate of a source from now on.</summary>
    /// <param name="source">Neurons or an input of this network.</param>
    /// <param name="bin">How long to average [s].</param>
    /// <returns>The monitor.</returns>
    /// <exception cref="ArgumentException">The bin is shorter than a time step.</exception>
    public RateMonitor RecordRate(ISpikeSource source, double bin)
    {
        Own(source);
        rates.Add(new(source, bin, TimeStep, Step));
        return rates[^1];
    }

    /// <summary>Records a state from now on.</summary>
    /// <param name="neurons">Neurons of this network.</param>
    /// <param name="state">Which state.</param>
    /// <param name="recorded">Which neurons.</param>
    /// <returns>The monitor.</returns>
    /// <exception cref="ArgumentException">No neurons, or one that is not there.</exception>
    public StateMonitor RecordState(NeuronPopulation neurons, NeuronState state, params ReadOnlySpan<int> recorded)
    {
        Own(neurons);
        states.Add(new(neurons, state, recorded));
        return states[^1];
    }

    /// <summary>Runs on from where the network stands; it can be run again.</summary>
    /// <param name="duration">How long [s].</param>
    /// <param name="progress">Told the share that is done, from 0 to 1, every 1,000 steps.</param>
    /// <param name="cancellation">Stops between two steps; the network stays whole and can be run on.</param>
    /// <exception cref="ArgumentException">The duration is negative.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Run(double duration, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        Check.NotNegative(duration, "The duration of a run", "s");
        var steps = TimeGrid.Steps(duration, TimeStep);
        for (var done = 1L; done <= steps; done++)
        {
            cancellation.ThrowIfCancellationRequested();
            RunStep();
            if (done % 1000 == 0)
                progress?.Report((double)done / steps);
        }
    }

    private void RunStep()
    {
        foreach (var monitor in states)
            monitor.Record();
        foreach (var source in sources)
            source.Advance(Step);
        foreach (var neurons in populations)
            neurons.Fire();
        foreach (var monitor in spikes)
            monitor.Record(Step);
        foreach (var monitor in rates)
            monitor.Record(Step);
        foreach (var projection in projections)
            projection.Propagate(Step);
        foreach (var neurons in populations)
            neurons.ResetFired();
        Step++;
    }

    private void CheckSizes(ISpikeSource source, NeuronPopulation neurons, SparseConnections connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        Own(source);
        Own(neurons);
        if (connections.SourceCount != source.Count || connections.TargetCount != neurons.Count)
            throw new ArgumentException($"The connections are {connections.SourceCount} × {connections.TargetCount}: {source.Count} × {neurons.Count} are expected.");
    }

    private LifNeurons<T> AddLif<T>(int count, LifSettings settings) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(settings);
        var neurons = Add(new LifNeurons<T>(count, settings, TimeStep));
        populations.Add(neurons);
        return neurons;
    }

    private T Add<T>(T source) where T : ISpikeSource
    {
        sources.Add(source);
        return source;
    }

    private void Own(ISpikeSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!sources.Contains(source))
            throw new ArgumentException("The neurons or inputs belong to another network: ones added to this network are expected.");
    }
}
