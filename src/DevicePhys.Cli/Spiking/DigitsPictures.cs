using DevicePhys.Cli.Mnist;
using DevicePhys.Plotting;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Spiking;

namespace DevicePhys.Cli.Spiking;

/// <summary>What a spiking digit study learnt and answered, as pictures; neurons of the first seed in the order of their digits.</summary>
internal sealed class DigitsPictures(SpikingDigitsResult result, DigitSet data)
{
    // More would be too small to be seen.
    private const int MostFields = 400;

    private readonly string name = MnistPictures.Name(data.Name);
    private readonly int[] order = [.. Enumerable.Range(0, result.Network.Neurons).OrderBy(neuron => result.Runs[0].Labels[neuron])];

    /// <summary>Writes all of them.</summary>
    /// <returns>What the user should know of it, each once.</returns>
    public IEnumerable<string> Write(RunFolder folder, PictureKinds kinds) => new[]
    {
        Fields().Write(folder.PathOf("fields"), kinds),
        ConfusionMatrix.Draw($"{name}: {result.Network.Neurons} spiking neurons", result.Confusion).Write(folder.PathOf("confusion"), kinds),
        Raster()?.Write(folder.PathOf("raster"), kinds),
    }.OfType<string>().Distinct();

    private Picture Fields()
    {
        // Of more neurons than can be shown, evenly spread ones.
        var shown = Math.Min(order.Length, MostFields);
        return ReceptiveFields.Draw(
            $"{name}: what {shown} neurons answer to, seed {result.Runs[0].Seed}",
            [.. Enumerable.Range(0, shown).Select(k => Field(order[(int)((long)k * order.Length / shown)]))], data.Train.Rows, data.Train.Columns);
    }

    private float[] Field(int neuron) => [.. Enumerable.Range(0, result.Network.Inputs).Select(input => result.Network.Row(input)[neuron])];

    private Picture? Raster()
    {
        var (labels, raster) = (result.Runs[0].Labels, DigitRaster.Of(result, data.Test));
        if (raster.Times.Count == 0)
            return null;
        var rank = new int[order.Length];
        for (var k = 0; k < order.Length; k++)
            rank[order[k]] = k;
        return RasterPlot.Draw(
            $"{name}: a test image of each digit, 0 to 9, seed {result.Runs[0].Seed}", "Neuron, in the order of their digits",
            [.. Enumerable.Range(1, 9).Select(digit => digit * result.Settings.Network.Presentation)], [.. Enumerable.Range(0, 10).Select(digit => labels.Count(label => label < digit))],
            Group("neurons of this digit", own: true), Group("others", own: false));

        (string Name, IReadOnlyList<double> Times, IReadOnlyList<int> Neurons) Group(string name, bool own)
        {
            int[] spikes = [.. Enumerable.Range(0, raster.Times.Count).Where(s => labels[raster.Neurons[s]] == raster.Digits[s] == own)];
            return (name, [.. spikes.Select(s => raster.Times[s])], [.. spikes.Select(s => rank[raster.Neurons[s]])]);
        }
    }
}
