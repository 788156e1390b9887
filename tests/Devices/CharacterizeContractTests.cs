using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Devices;

/// <summary>Every card becomes a pulse table, or says in one sentence why not.</summary>
public sealed class CharacterizeContractTests
{
    public static TheoryData<string> Cards => [.. DeviceCatalog.Default.Cards.Select(card => card.Id)];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_becomes_a_table_or_says_why_not(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        var options = new CharacterizationOptions { Draws = 3, Population = 1, PopulationDraws = 3, Bins = 5, Levels = 8, Threads = 2 };
        var memory = card.HasPulses && DeviceCatalog.Default.CreateModel<Real>(card) is ITwoTerminal<Real> { States.Count: > 0 };
        if (!memory)
        {
            var refusal = Assert.Throws<CardException>(() => Characterization.Run(card, options));
            Assert.Contains(card.Name, refusal.Message);
            Assert.Contains("expected", refusal.Message);
            return;
        }

        var shares = new List<double>();
        var table = Characterization.Run(card, options, new Shares(shares));
        Assert.Equal(1, shares.Max(), 1e-12);
        Assert.True(shares.Count > 5, "progress is told for parts of a device");
        Assert.True(table.Nominal.GMax > table.Nominal.GMin);
        Assert.True(double.IsFinite(table.MeanStep(Polarity.Potentiation) + table.MeanStep(Polarity.Depression)));
    }

    private sealed class Shares(List<double> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            lock (seen)
            {
                seen.Add(value.Fraction);
            }
        }
    }
}
