using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Sampling;
using MathNet.Numerics;
using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

/// <summary>The exact Markov chain of the skyrmion count against closed forms and against jump by jump simulation.</summary>
public sealed class SkyrmionChainTests
{
    private const int N = 16;
    private const double Width = 10e-9;

    [Fact]
    public void Independent_sites_fill_binomially()
    {
        // J V25: kappa = 1, no exit: n_k ~ Binomial(N, 1 - (1-q)^k), with mean NeuroSim's 1 - exp(-k/A), A = -1/ln(1-q).
        var (card, voltage, q) = PerSite(0.12);
        var matrix = Transitions(card, voltage);
        double[] distribution = [1, .. new double[N]];
        for (var k = 1; k <= 24; k++)
        {
            distribution = SkyrmionSlot.After(distribution, matrix);
            var p = 1 - Math.Pow(1 - q, k);
            for (var n = 0; n <= N; n++)
            {
                var expected = SpecialFunctions.Binomial(N, n) * Math.Pow(p, n) * Math.Pow(1 - p, N - n);
                Assert.Equal(expected, distribution[n], 1e-10);
            }

            Assert.Equal(N * (1 - Math.Exp(-k / (-1 / Math.Log(1 - q)))), SkyrmionSlot.Mean(distribution), 1e-9);
        }
    }

    [Fact]
    public void Jumps_fill_independent_sites_binomially_too()
    {
        const int trains = 4000, pulses = 6;
        var (card, voltage, q) = PerSite(0.12);
        var synapse = Skyrmion.Synapse(card);
        var (sum, squares) = (0.0, 0.0);
        var p = 1 - Math.Pow(1 - q, pulses);
        for (var train = 0; train < trains; train++)
        {
            var random = new RandomStream(6, "binomial", (ulong)train);
            double[] state = [0, 1, 0, 0];
            for (var pulse = 0; pulse < pulses; pulse++)
            {
                SkyrmionSlot.Draw(synapse, voltage, Width, state, random);
            }

            sum += state[0];
            squares += Math.Pow(state[0] - N * p, 2);
        }

        var variance = N * p * (1 - p);
        Assert.Equal(N * p, sum / trains, 3 * Math.Sqrt(variance / trains));
        Assert.Equal(1, squares / trains / variance, 3 * Math.Sqrt(2.0 / trains));
    }

    [Theory]
    [InlineData("Song2020")]
    [InlineData("Independent")]
    public void The_chain_is_the_distribution_of_the_jumps(string name)
    {
        const int draws = 4000;
        var card = Skyrmion.Card(name);
        var synapse = Skyrmion.Synapse(card);
        foreach (var (density, n) in new[] { (2.45e11, 0), (2.45e11, 14), (-2.0e11, 3), (-2.0e11, 1) })
        {
            var voltage = Skyrmion.VoltageAt(card, density);
            var row = Transitions(card, voltage).Slice(n * (N + 1), N + 1).ToArray();
            var counts = new int[N + 1];
            for (var draw = 0; draw < draws; draw++)
            {
                double[] state = [n, 1, 0, 0];
                SkyrmionSlot.Draw(synapse, voltage, Width, state, new RandomStream(7, "chain", (ulong)draw));
                counts[(int)state[0]]++;
            }

            for (var to = 0; to <= N; to++)
            {
                // 4.5 sigma: about 130 comparisons, and the normal law is rough where few are expected.
                var sigma = Math.Sqrt(draws * row[to] * (1 - row[to]));
                Assert.Equal(draws * row[to], counts[to], 4.5 * sigma + 1);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void For_independent_skyrmions_the_mean_field_is_the_mean_of_the_chain(bool potentiation)
    {
        // The birth-death chain with rates linear in n is closed in its mean: exact also between whole numbers and along a real pulse.
        var card = Skyrmion.Card("Independent");
        var slot = SkyrmionSlot.Of(card, potentiation ? card.Pulses.Potentiation : card.Pulses.Depression);
        var matrix = new CountChainBuilder(Skyrmion.Synapse(card)).Transitions(slot).Matrix;
        foreach (var n in new[] { 0, 1, 7, 15, 16 })
        {
            Assert.Equal(SkyrmionSlot.Mean(matrix.Span.Slice(n * (N + 1), N + 1)), SkyrmionSlot.MeanField(card, slot, n), 1e-8);
        }
    }

    [Fact]
    public void A_gate_that_never_blocks_passes_a_Poisson_number()
    {
        // kappa = 0, GateBlocking = 0, far from the ends: entries are a Poisson process of mean rate x time.
        var card = Skyrmion.Card("Song2020", ("GateBlocking", 0));
        var voltage = Skyrmion.VoltageAt(card, 2.3e11);
        var expected = Skyrmion.Hazards(Skyrmion.Synapse(card), voltage, Skyrmion.State(0))[0] * Width;
        var row = Transitions(card, voltage)[..(N + 1)].ToArray();
        for (var k = 0; k < 8; k++)
        {
            Assert.Equal(Math.Exp(-expected) * Math.Pow(expected, k) / SpecialFunctions.Factorial(k), row[k], 1e-10);
        }
    }

    [Fact]
    public void A_gate_that_stays_shut_passes_one_skyrmion_and_is_quieter_than_Poisson()
    {
        var card = Skyrmion.Card("Song2020", ("GateRecoveryTime", 1e-3));
        foreach (var density in new[] { 2.4e11, -2e11 })
        {
            var voltage = Skyrmion.VoltageAt(card, density);
            var hazard = Skyrmion.Hazards(Skyrmion.Synapse(card), voltage, Skyrmion.State(8))[density > 0 ? 0 : 1];
            var row = Transitions(card, voltage).Slice(8 * (N + 1), N + 1).ToArray();
            var success = 1 - Math.Exp(-hazard * Width);
            Assert.Equal(1 - success, row[8], 1e-10);

            // The gate opens again within the pulse with probability 1e-5.
            Assert.Equal(success, row[8 + Math.Sign(density)], 1e-5);
        }
    }

    [Fact]
    public void Gate_limited_writing_takes_the_same_mean_step_at_every_count()
    {
        var card = Skyrmion.Card("Song2020");
        var builder = new CountChainBuilder(Skyrmion.Synapse(card));
        foreach (var pulse in new[] { card.Pulses.Potentiation, card.Pulses.Depression })
        {
            var matrix = builder.Transitions(SkyrmionSlot.Of(card, pulse)).Matrix;
            var steps = Enumerable.Range(4, 8).Select(n => SkyrmionSlot.Mean(matrix.Span.Slice(n * (N + 1), N + 1)) - n).ToArray();
            Assert.All(steps, step => Assert.Equal(steps[0], step, 1e-6));
            Assert.Equal(Math.Sign(pulse.Amplitude), Math.Sign(steps[0]));
        }
    }

    [Fact]
    public void Gate_limited_mean_field_follows_the_chain_away_from_the_ends()
    {
        var card = Skyrmion.Card("Song2020", ("GateBlocking", 0));
        var slot = SkyrmionSlot.Of(card, card.Pulses.Potentiation);
        var matrix = new CountChainBuilder(Skyrmion.Synapse(card)).Transitions(slot).Matrix;
        Assert.Equal(SkyrmionSlot.Mean(matrix.Span[..(N + 1)]), SkyrmionSlot.MeanField(card, slot, 0), 1e-5);
    }

    private static ReadOnlyMemory<double> Transitions(Card card, double voltage) =>
        new CountChainBuilder(Skyrmion.Synapse(card)).Transitions(SkyrmionSlot.Constant(voltage, Width)).Matrix;

    // The card and device voltage at which a site fills with about the wanted probability per pulse, and that probability exactly.
    private static (Card Card, double Voltage, double Q) PerSite(double wanted)
    {
        var card = Skyrmion.Card("Independent");
        var synapse = Skyrmion.Synapse(card);
        var (low, high) = (0.0, Skyrmion.VoltageAt(card, card.Si("JCritical")));
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            (low, high) = Probability(middle) < wanted ? (middle, high) : (low, middle);
        }

        return (card, low, Probability(low));

        double Probability(double voltage) => 1 - Math.Exp(-Skyrmion.Hazards(synapse, voltage, Skyrmion.State(0))[0] * Width / N);
    }
}
