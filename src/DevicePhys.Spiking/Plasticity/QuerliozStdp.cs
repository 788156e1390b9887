using System.Globalization;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Plasticity;

/// <summary>The simplified learning of memristive synapses: only spikes of the neuron change weights, and steps shrink towards the ends.</summary>
/// <remarks>
/// Querlioz, Bichler, Dollfus, Gamrat, IEEE Trans. Nanotechnol. 12, 288 (2013): a spike of the neuron adds α₊ exp(-β₊ w/wmax) where the source's last spike arrived within the window, and takes
/// α₋ exp(-β₋ (1 - w/wmax)) elsewhere. Defaults recalled, so reconstructed.
/// </remarks>
public sealed record QuerliozStdp : LearningRule
{
    /// <summary>How recent an arriving spike must be [s].</summary>
    public double Window { get; init; } = 20e-3;

    /// <summary>The largest step up, and how fast steps shrink.</summary>
    public (double Step, double Shape) Potentiation { get; init; } = (1e-2, 3);

    /// <summary>The largest step down, and how fast steps shrink.</summary>
    public (double Step, double Shape) Depression { get; init; } = (5e-3, 3);

    internal override SynapseLearner Start(SparseConnections connections, NeuronPopulation neurons, double timeStep)
    {
        Check.Positive(Window, nameof(Window), "s");
        Check.Positive(Largest, "The largest weight", "");
        return new RecentSpikes(connections.SourceCount, TimeGrid.Steps(Window, timeStep), Change);
    }

    internal override (string Model, string Start, string OnPre, string OnPost) Brian2() => (
        "since : second", "since = -1e9*second",
        "since = t",
        string.Create(CultureInfo.InvariantCulture, $"recent = int(t - since < {Window:R}*second + dt/2); w = clip(w + recent*{Potentiation.Step:R}*exp(-{Potentiation.Shape:R}*w/{Largest:R}) - (1 - recent)*{Depression.Step:R}*exp(-{Depression.Shape:R}*(1 - w/{Largest:R})), 0, {Largest:R})"));

    private double Change(double weight, bool recent)
    {
        var share = weight / Largest;
        var change = recent ? Potentiation.Step * Math.Exp(-Potentiation.Shape * share) : -Depression.Step * Math.Exp(-Depression.Shape * (1 - share));
        return Math.Clamp(weight + change, 0, Largest);
    }
}
