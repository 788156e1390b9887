using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.NeuroSim;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Studies.NeuroSim;

public sealed class NeuroSimStudyTests
{
    private static readonly DigitSet Digits = BinaryCrop.Of(SyntheticDigits.Create(cancellation: TestContext.Current.CancellationToken));
    private static readonly NeuroSimSettings Short = new() { Presentations = 2000, Seeds = [1, 2], Checkpoints = 2 };

    [Fact]
    public void Images_are_the_middle_of_the_digit_in_black_and_white()
    {
        var pixels = new byte[28 * 28];
        pixels[4 * 28 + 4] = 128;
        pixels[23 * 28 + 23] = 255;
        pixels[4 * 28 + 5] = 127;
        pixels[3 * 28 + 4] = 255;
        var image = BinaryCrop.Of(new DigitImages(28, 28, pixels, [3]));
        Assert.Equal((20, 20, 3), (image.Rows, image.Columns, image.Labels[0]));
        Assert.Equal([0, 399], Enumerable.Range(0, 400).Where(p => image.Pixels[p] != 0));
        Assert.All(image.Pixels, pixel => Assert.True(pixel is 0 or 255));
        Assert.Throws<ArgumentException>(() => BinaryCrop.Of(new DigitImages(8, 8, new byte[64], [1])));
    }

    [Fact]
    public void Runs_depend_on_their_seed_alone()
    {
        var (one, two) = (NeuroSimStudy.RunIdeal(Short with { Threads = 1 }, Digits), NeuroSimStudy.RunIdeal(Short with { Threads = 2, Seeds = [2] }, Digits));
        Assert.Equal(one.Runs[1].Curve, two.Runs[0].Curve);
        Assert.NotEqual(one.Runs[0].Curve, one.Runs[1].Curve);
    }

    [Theory] // Sums in codes of 8 bits come in steps of some three weights, which slows learning down at first.
    [InlineData(0, 2000)]
    [InlineData(8, 5000)]
    public void A_network_learns_with_devices_and_better_in_software(int bits, int presentations)
    {
        var settings = Short with { PartialSumBits = bits, Presentations = presentations };
        var card = DeviceCatalog.Default.Card("ExponentialSynapse.Gst");
        var table = Characterization.Run(card, NeuroSimStudy.TableOptions with { Bins = 17, Draws = 64, Levels = 16 });
        var device = NeuroSimStudy.RunDevice(settings, Digits, card, table);
        var ideal = NeuroSimStudy.RunIdeal(settings, Digits);
        Assert.InRange(device.Accuracy.Mean, 20, ideal.Accuracy.Mean);
        Assert.True(device.Runs[0].PulsesPerImage > 0);
    }

    [Fact] // Chen, Peng, Yu 2018: a pulse moves x by c/(1 - exp(-c)) - c x over PMax, and by a normal number of 3.5 % of the range.
    public void The_table_of_the_task_holds_the_law_and_its_spread()
    {
        var card = DeviceCatalog.Default.Card("ExponentialSynapse.AgSi");
        var table = Characterization.Run(card, NeuroSimStudy.TableOptions with { Bins = 33 });
        var range = table.Nominal.GMax - table.Nominal.GMin;
        foreach (var (polarity, name, sign) in new[] { (Polarity.Potentiation, "Ltp", 1), (Polarity.Depression, "Ltd", -1) })
        {
            var (c, run) = (card.Value($"Curvature{name}"), card.Value($"PMax{name}"));
            for (var bin = 8; bin <= 24; bin += 4)
            {
                var x = bin / 32.0;
                var steps = table.Nominal.Steps(polarity).Span.Slice(bin * table.Levels, table.Levels).ToArray().Select(step => step / range).ToArray();
                var law = sign * (c / (1 - Math.Exp(-c)) - c * x) / run;
                Assert.Equal(law, steps.Average(), 4 * 0.035 / Math.Sqrt(NeuroSimStudy.TableOptions.Draws));
                var spread = Math.Sqrt(steps.Average(step => step * step) - steps.Average() * steps.Average());
                Assert.Equal(0.035, spread, 0.003);
            }
        }
    }

    [Theory]
    [InlineData(0, 0.4, "presentations")]
    [InlineData(10, 0.0, "hidden rate")]
    public void A_setting_out_of_range_is_named(int presentations, double rate, string name)
    {
        var settings = Short with { Presentations = presentations, HiddenRate = rate };
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => NeuroSimStudy.RunIdeal(settings, Digits)).Message, StringComparison.Ordinal);
    }
}
