using System.Globalization;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Plasticity;

/// <summary>Learning from triplets of spikes.</summary>
/// <remarks>
/// Pfister, Gerstner, J. Neurosci. 26, 9673 (2006), all spikes counted: an arriving spike takes o1 (A2- + A3- r2) from the weight, a spike of the neuron adds r1 (A2+ + A3+ o2), with r2 and
/// o2 as they were before that spike. Defaults: their fit of visual cortex, recalled, so reconstructed. Weights stay between 0 and the largest.
/// </remarks>
public sealed record TripletStdp : LearningRule
{
    /// <summary>Time constants of the two traces of arriving spikes [s].</summary>
    public (double Fast, double Slow) TauPre { get; init; } = (16.8e-3, 101e-3);

    /// <summary>Time constants of the two traces of the neuron's spikes [s].</summary>
    public (double Fast, double Slow) TauPost { get; init; } = (33.7e-3, 125e-3);

    /// <summary>Amplitudes of potentiation: of pairs and of triplets.</summary>
    public (double Pair, double Triplet) Potentiation { get; init; } = (5e-10, 6.2e-3);

    /// <summary>Amplitudes of depression: of pairs and of triplets.</summary>
    public (double Pair, double Triplet) Depression { get; init; } = (7e-3, 2.3e-4);

    internal override SynapseLearner Start(SparseConnections connections, NeuronPopulation neurons, double timeStep)
    {
        foreach (var tau in new[] { TauPre.Fast, TauPre.Slow, TauPost.Fast, TauPost.Slow })
            Check.Positive(tau, "The time constant of a trace", "s");
        Check.Positive(Largest, "The largest weight", "");
        return new Learner(this, connections.SourceCount, neurons.Count, timeStep);
    }

    internal override (string Model, string Start, string OnPre, string OnPost) Brian2() => (
        string.Create(CultureInfo.InvariantCulture, $"dr1/dt = -r1/({TauPre.Fast:R}*second) : 1 (event-driven)\ndr2/dt = -r2/({TauPre.Slow:R}*second) : 1 (event-driven)\ndo1/dt = -o1/({TauPost.Fast:R}*second) : 1 (event-driven)\ndo2/dt = -o2/({TauPost.Slow:R}*second) : 1 (event-driven)"), "",
        string.Create(CultureInfo.InvariantCulture, $"w = clip(w - o1*({Depression.Pair:R} + {Depression.Triplet:R}*r2), 0, {Largest:R}); r1 += 1; r2 += 1"),
        string.Create(CultureInfo.InvariantCulture, $"w = clip(w + r1*({Potentiation.Pair:R} + {Potentiation.Triplet:R}*o2), 0, {Largest:R}); o1 += 1; o2 += 1"));

    private sealed class Learner(TripletStdp rule, int sources, int targets, double timeStep) : SynapseLearner
    {
        private readonly double[] r1 = new double[sources], r2 = new double[sources], o1 = new double[targets], o2 = new double[targets];

        public override void Decay(long step)
        {
            Scale(r1, Math.Exp(-timeStep / rule.TauPre.Fast));
            Scale(r2, Math.Exp(-timeStep / rule.TauPre.Slow));
            Scale(o1, Math.Exp(-timeStep / rule.TauPost.Fast));
            Scale(o2, Math.Exp(-timeStep / rule.TauPost.Slow));
        }

        public override void Arrive(int source, ReadOnlySpan<int> targets, Span<double> weights)
        {
            var loss = rule.Depression.Pair + (rule.Depression.Triplet * r2[source]);
            for (var s = 0; s < targets.Length; s++)
                weights[s] = Math.Clamp(weights[s] - (o1[targets[s]] * loss), 0, rule.Largest);
            r1[source]++;
            r2[source]++;
        }

        public override void Fire(int target, ReadOnlySpan<int> synapses, ReadOnlySpan<int> sources, Span<double> weights)
        {
            var gain = rule.Potentiation.Pair + (rule.Potentiation.Triplet * o2[target]);
            for (var s = 0; s < synapses.Length; s++)
                weights[synapses[s]] = Math.Clamp(weights[synapses[s]] + (r1[sources[s]] * gain), 0, rule.Largest);
            o1[target]++;
            o2[target]++;
        }
    }
}
