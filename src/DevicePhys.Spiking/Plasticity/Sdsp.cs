using System.Globalization;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Plasticity;

/// <summary>Spike-driven plasticity of synapses that are either 0 or at their largest weight, and remember in between.</summary>
/// <remarks>
/// Brader, Senn, Fusi, Neural Computation 19, 2881 (2007). A synapse has an inner value X from 0 to 1; its weight is the largest where X is above the border, else 0. An arriving spike
/// raises X by a step where the neuron's potential is above a threshold and its calcium C within one window, and lowers it where the potential is not above and C within another. Between
/// spikes X drifts up above the border and down below it. C counts the neuron's own spikes and decays. X starts at weight / largest. Times, windows, steps and drifts are
/// those of their table 1, recalled, so reconstructed; their potential threshold, 0.8 of the way from rest to the firing threshold, is here an absolute one. Both windows are open intervals.
/// </remarks>
public sealed record Sdsp : LearningRule
{
    /// <summary>The potential above which an arriving spike potentiates [V].</summary>
    public double MembraneThreshold { get; init; } = -52e-3;

    /// <summary>The time constant of calcium [s].</summary>
    public double TauCalcium { get; init; } = 60e-3;

    /// <summary>The calcium, in spikes, between which arriving spikes potentiate.</summary>
    public (double Low, double High) PotentiationWindow { get; init; } = (3, 13);

    /// <summary>The calcium, in spikes, between which arriving spikes depress.</summary>
    public (double Low, double High) DepressionWindow { get; init; } = (3, 4);

    /// <summary>The steps up and down of X.</summary>
    public (double Up, double Down) Steps { get; init; } = (0.1, 0.1);

    /// <summary>The drifts of X, up above the border and down below it [1/s].</summary>
    public (double Up, double Down) Drifts { get; init; } = (3.5, 3.5);

    /// <summary>The border between a weight of 0 and the largest.</summary>
    public double Border { get; init; } = 0.5;

    internal override SynapseLearner Start(SparseConnections connections, NeuronPopulation neurons, double timeStep)
    {
        Check.Finite(MembraneThreshold, nameof(MembraneThreshold), "V");
        Check.Positive(TauCalcium, nameof(TauCalcium), "s");
        Check.Positive(Largest, "The largest weight", "");
        foreach (var value in new[] { Steps.Up, Steps.Down, Drifts.Up, Drifts.Down })
            Check.NotNegative(value, "A step or a drift", "");
        if (!(Border is > 0 and < 1))
            throw new ArgumentException(FormattableString.Invariant($"{nameof(Border)} is {Border}: a number between 0 and 1 is expected."));
        return new Learner(this, connections, neurons, timeStep);
    }

    internal override (string Model, string Start, string OnPre, string OnPost) Brian2()
    {
        // One statement each, in SI numbers, in the order of Learner.Arrive.
        string[] onPre =
        [
            string.Create(CultureInfo.InvariantCulture, $"X = clip(X + (t - since)/second*({Drifts.Up:R}*int(X > {Border:R}) - {Drifts.Down:R}*int(X <= {Border:R})), 0, 1)"),
            "since = t",
            string.Create(CultureInfo.InvariantCulture, $"X = clip(X + {Steps.Up:R}*int(v_post > {MembraneThreshold:R})*int(C > {PotentiationWindow.Low:R})*int(C < {PotentiationWindow.High:R}) - {Steps.Down:R}*int(v_post <= {MembraneThreshold:R})*int(C > {DepressionWindow.Low:R})*int(C < {DepressionWindow.High:R}), 0, 1)"),
            string.Create(CultureInfo.InvariantCulture, $"w = {Largest:R}*int(X > {Border:R})"),
        ];
        return (
            string.Create(CultureInfo.InvariantCulture, $"X : 1\nsince : second\ndC/dt = -C/({TauCalcium:R}*second) : 1 (event-driven)"),
            string.Create(CultureInfo.InvariantCulture, $"X = 'clip(w/{Largest:R}, 0, 1)'"), string.Join("; ", onPre), "C += 1");
    }

    private sealed class Learner(Sdsp rule, SparseConnections connections, NeuronPopulation neurons, double timeStep) : SynapseLearner
    {
        private readonly double[] inner = [.. connections.AllWeights().Select(weight => Math.Clamp(weight / rule.Largest, 0, 1))];
        private readonly double[] calcium = new double[neurons.Count];
        private readonly long[] last = new long[connections.SourceCount];
        private readonly double keep = Math.Exp(-timeStep / rule.TauCalcium);
        private long now;

        public override void Decay(long step)
        {
            now = step;
            Scale(calcium, keep);
        }

        public override void Arrive(int source, ReadOnlySpan<int> targets, Span<double> weights)
        {
            var elapsed = (now - last[source]) * timeStep;
            last[source] = now;
            var values = inner.AsSpan(connections.Start(source), targets.Length);
            for (var s = 0; s < targets.Length; s++)
            {
                var drifted = Math.Clamp(values[s] + (elapsed * (values[s] > rule.Border ? rule.Drifts.Up : -rule.Drifts.Down)), 0, 1);
                values[s] = Math.Clamp(drifted + Step(neurons.Read(NeuronState.Potential, targets[s]), calcium[targets[s]]), 0, 1);
                weights[s] = values[s] > rule.Border ? rule.Largest : 0;
            }
        }

        public override void Fire(int target, ReadOnlySpan<int> synapses, ReadOnlySpan<int> sources, Span<double> weights) => calcium[target]++;

        private double Step(double potential, double calcium) => potential > rule.MembraneThreshold
            ? Within(rule.PotentiationWindow, calcium) ? rule.Steps.Up : 0
            : Within(rule.DepressionWindow, calcium) ? -rule.Steps.Down : 0;

        private static bool Within((double Low, double High) window, double calcium) => calcium > window.Low && calcium < window.High;
    }
}
