using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices;

/// <summary>Every card says how its devices differ and, where something switches, how its cycles differ.</summary>
public sealed class SpreadContractTests
{
    // The published model is two cards: the nominal device, and its variability variant.
    private static readonly string[] WithoutSpread = ["JartVcmV1b.Nominal"];

    public static TheoryData<string> Spreading => [.. DeviceCatalog.Default.Cards.Select(card => card.Id).Except(WithoutSpread)];

    [Theory]
    [MemberData(nameof(Spreading))]
    public void Devices_differ(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        Assert.Contains(card.Parameters, parameter => parameter.D2D is { Sigma: > 0 });
        Assert.True(Differ(card, SpreadOrigin.DeviceToDevice), $"{id}: two drawn devices are the same");
    }

    [Theory]
    [MemberData(nameof(Spreading))]
    public void Cycles_of_what_switches_differ(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        var model = DeviceCatalog.Default.CreateModel<Real>(card);
        var switches = model.States.Any(state => state.Kind != StateKind.Algebraic);

        // Jumps with a physical rate are a spread of cycles by themselves.
        if (switches && model is not IJumpProcess<Real>)
        {
            Assert.True(Differ(card, SpreadOrigin.CycleToCycle), $"{id}: every cycle is the same");
        }
    }

    private static bool Differ(Card card, SpreadOrigin origin)
    {
        var random = new RandomStream(10, "spread");
        var (one, other) = (card.Sample(origin, random), card.Sample(origin, random));
        var probes = new[] { new DeviceProbe(one), new DeviceProbe(other) };
        var points = Enumerable.Range(0, 50).Select(_ => probes[0].RandomPoint(random)).ToList();
        return !points.SelectMany(probes[0].Outputs).SequenceEqual(points.SelectMany(probes[1].Outputs));
    }
}
