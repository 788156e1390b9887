using DevicePhys.Arrays;
using DevicePhys.Arrays.Converters;
using DevicePhys.Arrays.Updates;
using DevicePhys.Arrays.Wires;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Mnist;

/// <summary>The layers of one network with its weights in pairs of devices, wires and converters around them as the settings say.</summary>
internal sealed class SynapseLayers : ITrainedLayers
{
    private readonly List<WiredWeights> wired = [];
    private readonly List<IWeightMatrix> layers = [];
    private readonly List<SynapseArray> arrays = [];

    public SynapseLayers(MnistSettings settings, PulseTable table, ulong seed)
    {
        var synapse = new SynapseSettings(settings.WeightScale, settings.DeviceToDevice, settings.InitialFill, settings.InitialSpread);
        for (var l = 0; l < settings.Network.Layers; l++)
        {
            var array = Array("synapse array", l);
            var random = new RandomStream(seed, "update rule", (ulong)l);
            IWeightMatrix layer = settings.Rule switch
            {
                UpdateRule.Plain => new PlainUpdates(array),
                UpdateRule.Sign => new SignUpdates(array),
                UpdateRule.Coincidence => new CoincidenceUpdates(array, settings.TrainSlots, random),
                UpdateRule.Batch => new BatchUpdates(array, settings.Batch, random),
                UpdateRule.Transfer => new TransferWeights(Array("fast array", l), array, settings.Transfer),
                _ => array,
            };
            if (settings.Wires is { } wires)
            {
                wired.Add(new WiredWeights(array, wires, settings.WireRefresh, layer));
                layer = wired[^1];
            }

            layers.Add(settings.Adc is { } adc ? new ConvertedWeights(layer, adc, settings.AdcFullScale, seed, (ulong)l) : layer);
        }

        SynapseArray Array(string purpose, int l)
        {
            arrays.Add(new SynapseArray(settings.Network.Widths[l], settings.Network.Widths[l + 1], table, synapse, new RandomStream(seed, purpose, (ulong)l)));
            return arrays[^1];
        }
    }

    public IReadOnlyList<IWeightMatrix> Layers => layers;

    public long Pulses => arrays.Sum(array => array.PotentiationPulses + array.DepressionPulses);

    public double WriteEnergy => arrays.Sum(array => array.WriteEnergy);

    public void BeforeTest()
    {
        foreach (var weights in wired)
        {
            weights.Refresh();
        }
    }
}
