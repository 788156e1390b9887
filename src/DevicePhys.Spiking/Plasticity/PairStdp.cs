using System.Globalization;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Plasticity;

/// <summary>Learning from pairs of spikes, every pair counted.</summary>
/// <remarks>
/// Song, Miller, Abbott, Nature Neuroscience 3, 919 (2000): an arriving spike raises its trace x by 1 and takes Depression·y from the weight; a spike of the neuron raises
/// y by 1 and adds Potentiation·x. x and y decay with their time constants; weights stay between 0 and the largest.
/// </remarks>
public sealed record PairStdp : LearningRule
{
    /// <summary>The time constant of the trace of arriving spikes [s].</summary>
    public double TauPre { get; init; } = 20e-3;

    /// <summary>The time constant of the trace of the neuron's own spikes [s].</summary>
    public double TauPost { get; init; } = 20e-3;

    /// <summary>What a weight gains per trace of arriving spikes.</summary>
    public double Potentiation { get; init; } = 0.01;

    /// <summary>What a weight loses per trace of the neuron's spikes.</summary>
    public double Depression { get; init; } = 0.0105;

    internal override SynapseLearner Start(SparseConnections connections, NeuronPopulation neurons, double timeStep)
    {
        Check.Positive(TauPre, nameof(TauPre), "s");
        Check.Positive(TauPost, nameof(TauPost), "s");
        Check.Positive(Largest, "The largest weight", "");
        return new Learner(this, connections.SourceCount, neurons.Count, timeStep);
    }

    internal override (string Model, string Start, string OnPre, string OnPost) Brian2() => (
        string.Create(CultureInfo.InvariantCulture, $"dx/dt = -x/({TauPre:R}*second) : 1 (event-driven)\ndy/dt = -y/({TauPost:R}*second) : 1 (event-driven)"), "",
        string.Create(CultureInfo.InvariantCulture, $"x += 1; w = clip(w - {Depression:R}*y, 0, {Largest:R})"),
        string.Create(CultureInfo.InvariantCulture, $"y += 1; w = clip(w + {Potentiation:R}*x, 0, {Largest:R})"));

    private sealed class Learner(PairStdp rule, int sources, int targets, double timeStep) : SynapseLearner
    {
        private readonly double[] pre = new double[sources], post = new double[targets];
        private readonly double keepPre = Math.Exp(-timeStep / rule.TauPre), keepPost = Math.Exp(-timeStep / rule.TauPost);

        public override void Decay(long step)
        {
            Scale(pre, keepPre);
            Scale(post, keepPost);
        }

        public override void Arrive(int source, ReadOnlySpan<int> targets, Span<double> weights)
        {
            pre[source]++;
            for (var s = 0; s < targets.Length; s++)
                weights[s] = Math.Clamp(weights[s] - (rule.Depression * post[targets[s]]), 0, rule.Largest);
        }

        public override void Fire(int target, ReadOnlySpan<int> synapses, ReadOnlySpan<int> sources, Span<double> weights)
        {
            post[target]++;
            for (var s = 0; s < synapses.Length; s++)
                weights[synapses[s]] = Math.Clamp(weights[synapses[s]] + (rule.Potentiation * pre[sources[s]]), 0, rule.Largest);
        }
    }
}
