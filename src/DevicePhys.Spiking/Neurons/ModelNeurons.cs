using DevicePhys.Spiking.Brian2;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;

namespace DevicePhys.Spiking.Neurons;

/// <summary>A population of neurons of any model.</summary>
/// <remarks>The schedule is that of <see cref="LifNeurons{T}"/>: states move on, thresholds are compared, synapses act, fired neurons are reset. Not thread safe.</remarks>
internal sealed class ModelNeurons<TModel> : NeuronPopulation where TModel : struct, INeuronModel
{
    private readonly NeuronStates[] states;
    private readonly long[] free;
    private readonly int[] spikes;
    private readonly long refractorySteps;
    private TModel model;
    private int fired;
    private long now;

    public ModelNeurons(int count, TModel model, double timeStep)
    {
        Check.Count(count, "The number of neurons");
        Check.NotNegative(model.Refractory, "Refractory", "s");
        this.model = model;
        refractorySteps = TimeGrid.Steps(model.Refractory, timeStep);
        (states, free, spikes) = (new NeuronStates[count], new long[count], new int[count]);
        Array.Fill(states, model.Initial);
    }

    public override int Count => states.Length;

    public override ReadOnlySpan<int> Spikes => spikes.AsSpan(0, fired);

    public override void Advance(long step)
    {
        (now, fired) = (step, 0);
        for (var j = 0; j < states.Length; j++)
        {
            var held = free[j] > now;
            if (model.Advance(ref states[j], held) && !held)
                spikes[fired++] = j;
        }
    }

    public override double Read(NeuronState state, int neuron) => state switch
    {
        NeuronState.Potential => states[neuron].Potential,
        NeuronState.Excitatory => states[neuron].Excitatory,
        NeuronState.Inhibitory => states[neuron].Inhibitory,
        NeuronState.Adaptation => states[neuron].Adaptation,
        _ => states[neuron].Drive,
    };

    public override void Write(NeuronState state, ReadOnlySpan<double> values)
    {
        CheckLength(values);
        for (var j = 0; j < values.Length; j++)
        {
            states[j] = state switch
            {
                NeuronState.Potential => states[j] with { Potential = values[j] },
                NeuronState.Excitatory => states[j] with { Excitatory = values[j] },
                NeuronState.Inhibitory => states[j] with { Inhibitory = values[j] },
                NeuronState.Adaptation => states[j] with { Adaptation = values[j] },
                _ => states[j] with { Drive = values[j] },
            };
        }
    }

    internal override void Fire()
    {
        foreach (var neuron in Spikes)
            free[neuron] = now + refractorySteps;
    }

    internal override void ResetFired()
    {
        foreach (var neuron in Spikes)
            model.Reset(ref states[neuron]);
    }

    internal override void Deliver(Receptor receptor, ReadOnlySpan<int> targets, double weight)
    {
        foreach (var target in targets)
            Deliver(receptor, target, weight);
    }

    internal override void Deliver(Receptor receptor, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights)
    {
        for (var s = 0; s < targets.Length; s++)
            Deliver(receptor, targets[s], weights[s]);
    }

    internal override Brian2Model? Brian2() => model.Brian2;

    private void Deliver(Receptor receptor, int target, double weight)
    {
        ref var neuron = ref states[target];
        if (receptor == Receptor.Excitatory)
            neuron.Excitatory += weight;
        else if (receptor == Receptor.Inhibitory)
            neuron.Inhibitory += weight;
        else if (free[target] <= now)
            model.Kick(ref neuron, weight);
    }
}
