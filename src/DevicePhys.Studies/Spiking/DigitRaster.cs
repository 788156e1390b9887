using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>Which neurons of a finished network fire when the first test image of every digit is shown, one after the other.</summary>
/// <param name="Times">The time of each spike [s], the images laid end to end.</param>
/// <param name="Neurons">The neuron of each spike.</param>
/// <param name="Digits">The digit shown at each spike.</param>
public sealed record DigitRaster(IReadOnlyList<double> Times, IReadOnlyList<int> Neurons, IReadOnlyList<int> Digits)
{
    /// <summary>Shows the images, as the test of the study does.</summary>
    /// <param name="result">The study, with the network of its first seed.</param>
    /// <param name="images">The test images.</param>
    public static DigitRaster Of(SpikingDigitsResult result, DigitImages images)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(images);
        var settings = result.Settings.Network;
        var network = new DiehlCookNetwork(settings, result.Network) { Record = [] };
        var (times, neurons, digits) = (new List<double>(), new List<int>(), new List<int>());
        var shown = 0;
        foreach (var image in Enumerable.Range(0, 10).Select(digit => Array.IndexOf(images.Labels, (byte)digit)).Where(image => image >= 0))
        {
            network.Respond(images.Image(image), new RandomStream(result.Runs[0].Seed, "test spikes", (ulong)image));
            foreach (var (step, neuron) in network.Record)
            {
                times.Add((shown * settings.Presentation) + (step * settings.TimeStep));
                neurons.Add(neuron);
                digits.Add(images.Labels[image]);
            }

            shown++;
        }

        return new DigitRaster(times, neurons, digits);
    }
}
