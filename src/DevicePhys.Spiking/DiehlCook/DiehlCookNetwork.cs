using DevicePhys.Sampling;

namespace DevicePhys.Spiking.DiehlCook;

/// <summary>The unsupervised network of Diehl and Cook: inputs that fire at random, excitatory neurons that learn, and one inhibitory neuron for each of them.</summary>
/// <remarks>
/// Diehl, Cook, Frontiers in Computational Neuroscience 9, 99 (2015). Every input reaches every excitatory neuron. An excitatory spike makes the neuron's own
/// inhibitory partner fire, which inhibits all others: one or few win. A spike raises the neuron's threshold, so that all get their turn. Weights learn by
/// traces: an input spike takes rate × post₁ away, an output spike adds rate × pre × post₂ (post₂ as it was before that spike), within 0 and 1.
/// Departures: the network starts every image from rest, without traces, instead of idling 150 ms after each one; the forgetting of
/// the adaptation (hours) is done once per image. Single precision; not thread safe.
/// </remarks>
public sealed class DiehlCookNetwork
{
    private readonly DiehlCookSettings settings;
    private readonly ConductanceLayer excitatory, inhibitory;
    private readonly RateEncoder encoder;
    private readonly float[] post1, post2;
    private readonly int[] lastInput, counts;
    private readonly float[] pre;
    private readonly float decay1, decay2;
    private readonly bool plain;
    private readonly int steps;

    /// <summary>Makes a network around weights.</summary>
    /// <param name="settings">The constants.</param>
    /// <param name="weights">What it has learnt so far, of the same size.</param>
    public DiehlCookNetwork(DiehlCookSettings settings, DiehlCookWeights weights)
        : this(settings, weights, plain: false)
    {
    }

    internal DiehlCookNetwork(DiehlCookSettings settings, DiehlCookWeights weights, bool plain)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(weights);
        settings.Validate();
        if (weights.Inputs != settings.Inputs || weights.Neurons != settings.Neurons)
            throw new ArgumentException($"The weights are {weights.Inputs} × {weights.Neurons}: {settings.Inputs} × {settings.Neurons} are expected.");
        (this.settings, Weights, this.plain) = (settings, weights, plain);
        steps = (int)TimeGrid.Steps(settings.Presentation, settings.TimeStep);
        excitatory = new ConductanceLayer(settings.Neurons, settings.Excitatory, settings);
        inhibitory = new ConductanceLayer(settings.Neurons, settings.Inhibitory, settings);
        encoder = new RateEncoder(steps);
        (post1, post2) = (new float[weights.Stride], new float[weights.Stride]);
        (lastInput, counts) = (new int[settings.Inputs], new int[settings.Neurons]);
        decay1 = (float)Math.Exp(-settings.TimeStep / settings.Traces.Post1);
        decay2 = (float)Math.Exp(-settings.TimeStep / settings.Traces.Post2);
        pre = [.. Enumerable.Range(0, steps).Select(k => (float)Math.Exp(-k * settings.TimeStep / settings.Traces.Pre))];
    }

    /// <summary>What it has learnt.</summary>
    public DiehlCookWeights Weights { get; }

    /// <summary>Spikes of the inputs for the last image, repeats included.</summary>
    public int InputSpikes { get; private set; }

    /// <summary>How often the last image was shown.</summary>
    public int Shown { get; private set; }

    /// <summary>Spikes of the excitatory neurons in the last presentation.</summary>
    public int Spikes { get; private set; }

    /// <summary>[Neurons]: how often each one fired in the last presentation; a view of the network's own memory.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>Gets the step and the neuron of every excitatory spike of the last presentation; null to take down nothing.</summary>
    public IList<(int Step, int Neuron)>? Record { get; init; }

    /// <summary>Shows an image until it answers with enough spikes, and learns from it.</summary>
    /// <param name="pixels">[Inputs], 0 to 255.</param>
    /// <param name="stream">The random numbers of this image.</param>
    /// <returns>How often it was shown.</returns>
    public int Learn(ReadOnlySpan<byte> pixels, RandomStream stream)
    {
        Show(pixels, stream, plastic: true);
        return Shown;
    }

    /// <summary>Shows an image until it answers with enough spikes; nothing is learnt.</summary>
    /// <param name="pixels">[Inputs], 0 to 255.</param>
    /// <param name="stream">The random numbers of this image.</param>
    /// <returns>[Neurons]: how often each one fired in the last presentation; a view of the network's own memory.</returns>
    public ReadOnlySpan<int> Respond(ReadOnlySpan<byte> pixels, RandomStream stream)
    {
        Show(pixels, stream, plastic: false);
        return counts;
    }

    private void Show(ReadOnlySpan<byte> pixels, RandomStream stream, bool plastic)
    {
        (Shown, InputSpikes) = (0, 0);
        do
        {
            if (plastic)
                Weights.Normalise((float)settings.WeightSum);
            Present(pixels, settings.Intensity + Shown, stream, plastic);
            if (plastic)
                TraceRows.Scale(Weights.Adaptation, (float)Math.Exp(-settings.Presentation / settings.AdaptationDecay));
            InputSpikes += encoder.Count;
            Shown++;
        }
        while (Spikes < settings.FewestSpikes && Shown <= settings.Repeats);
    }

    private void Present(ReadOnlySpan<byte> pixels, double intensity, RandomStream stream, bool plastic)
    {
        if (pixels.Length != settings.Inputs)
            throw new ArgumentException($"The image has {pixels.Length} pixels: {settings.Inputs} are expected.", nameof(pixels));
        encoder.Draw(pixels, settings.FullRate * intensity * settings.TimeStep, stream);
        Start();
        for (var step = 0; step < steps; step++)
        {
            if (plastic)
            {
                TraceRows.Scale(post1, decay1);
                TraceRows.Scale(post2, decay2);
            }

            var winners = plain ? excitatory.AdvancePlain() : excitatory.Advance();
            var inhibitors = plain ? inhibitory.AdvancePlain() : inhibitory.Advance();
            Drive(step, plastic);
            foreach (var neuron in winners)
                Fire(neuron, step, plastic);
            foreach (var neuron in inhibitors)
                Inhibit(neuron);
        }
    }

    private void Start()
    {
        excitatory.Rest();
        inhibitory.Rest();
        Array.Clear(post1);
        Array.Clear(post2);
        Array.Clear(counts);
        Array.Fill(lastInput, -1);
        Spikes = 0;
        Record?.Clear();
        var threshold = (float)(1e3 * settings.Excitatory.Threshold);
        for (var j = 0; j < settings.Neurons; j++)
            excitatory.Thresholds[j] = threshold + Weights.Adaptation[j];
    }

    private void Drive(int step, bool plastic)
    {
        foreach (var input in encoder.At(step))
        {
            if (!plastic)
                TraceRows.Add(Weights.Row(input), excitatory.Excitation);
            else if (plain)
                TraceRows.AddAndDepressPlain(Weights.Row(input), excitatory.Excitation, post1, (float)settings.LearningRates.Pre);
            else
                TraceRows.AddAndDepress(Weights.Row(input), excitatory.Excitation, post1, (float)settings.LearningRates.Pre);
            lastInput[input] = step;
        }
    }

    private void Fire(int neuron, int step, bool plastic)
    {
        counts[neuron]++;
        Spikes++;
        Record?.Add((step, neuron));
        inhibitory.Excitation[neuron] += (float)settings.ToInhibitory;
        if (!plastic)
            return;
        var gain = (float)settings.LearningRates.Post * post2[neuron];
        for (var input = 0; input < settings.Inputs; input++)
        {
            if (lastInput[input] < 0)
                continue;
            ref var weight = ref Weights.Values[(input * Weights.Stride) + neuron];
            weight = Math.Min(weight + (gain * pre[step - lastInput[input]]), 1);
        }

        (post1[neuron], post2[neuron]) = (1, 1);
        var rise = (float)(1e3 * settings.AdaptationPerSpike * settings.Neurons / 400);
        Weights.Adaptation[neuron] += rise;
        excitatory.Thresholds[neuron] += rise;
    }

    private void Inhibit(int neuron)
    {
        var weight = (float)settings.ToExcitatory;
        var inhibition = excitatory.Inhibition.AsSpan(0, settings.Neurons);
        var own = inhibition[neuron];
        foreach (ref var g in inhibition)
            g += weight;
        inhibition[neuron] = own;
    }
}
