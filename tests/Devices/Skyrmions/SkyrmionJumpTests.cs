using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

public sealed class SkyrmionJumpTests
{
    private const int Nucleation = 0, Exit = 1, Annihilation = 4, Clearing = 5;

    [Fact]
    public void Jumps_apply_the_increments_of_their_channel_to_the_counts()
    {
        var (synapse, random) = (Skyrmion.Synapse("Song2020"), new RandomStream(1, "jumps"));
        for (var channel = 0; channel < synapse.Channels.Count; channel++)
        {
            double[] state = [5, channel == Clearing ? 0 : 1, 0.1, 0.02];
            var before = (double[])state.Clone();
            synapse.Jump(channel, state, random);
            Assert.Equal(before[0] + synapse.Channels[channel].Increments[0], state[0]);
            Assert.Equal(before[1] + synapse.Channels[channel].Increments[1], state[1]);
            Assert.Equal(0.02, state[3]);
        }
    }

    [Fact]
    public void The_area_stays_positive_over_long_trains_and_is_exactly_zero_when_empty()
    {
        var (synapse, random) = (Skyrmion.Synapse("Song2020", ("SizeSpread", 0.6)), new RandomStream(2, "train"));
        double[] state = [0, 1, 0, 0];
        for (var jump = 0; jump < 200_000; jump++)
        {
            var raise = state[0] == 0 || (state[0] < 16 && random.NextDouble() < 0.5);
            synapse.Jump(raise ? Nucleation : Annihilation, state, random);
            if (state[0] == 0)
            {
                Assert.Equal(0, state[2]);
            }
            else
            {
                Assert.True(state[0] + state[2] > 0);
            }
        }
    }

    [Fact]
    public void Sizes_keep_their_mean_and_variance_however_often_skyrmions_come_and_go()
    {
        // Independent sizes of mean 1 and log-spread s: the sum over n has variance n (exp(s^2) - 1), whatever the history.
        const int trains = 20_000, n = 8;
        const double spread = 0.2;
        var synapse = Skyrmion.Synapse("Song2020", ("SizeSpread", spread));
        var (sum, squares) = (0.0, 0.0);
        for (var train = 0; train < trains; train++)
        {
            var random = new RandomStream(3, "sizes", (ulong)train);
            double[] state = [0, 1, 0, 0];
            foreach (var target in (int[])[12, 4, 14, n])
            {
                while (state[0] != target)
                {
                    synapse.Jump(state[0] < target ? Nucleation : Annihilation, state, random);
                }
            }

            sum += state[2];
            squares += state[2] * state[2];
        }

        var variance = n * (Math.Exp(spread * spread) - 1);
        Assert.Equal(0, sum / trains, 3 * Math.Sqrt(variance / trains));

        // 3 sigma of a sample variance, plus what the sharing rule leaves out at second order in the spread (about 2 %).
        Assert.Equal(1, squares / trains / variance, 3 * Math.Sqrt(2.0 / trains) + 0.02);
    }

    [Fact]
    public void A_leaving_skyrmion_takes_the_conditional_share_of_the_area()
    {
        // Given the total A of n, one of them has mean A/n and relative variance s^2 (1 - 1/n), to first order in s^2.
        const int draws = 50_000, n = 5;
        const double spread = 0.1, area = 5.4;
        var (synapse, random) = (Skyrmion.Synapse("Song2020", ("SizeSpread", spread)), new RandomStream(4, "share"));
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < draws; i++)
        {
            double[] state = [n, 1, area - n, 0];
            synapse.Jump(Exit, state, random);
            var taken = (area - state[0] - state[2]) * n / area;
            sum += taken;
            squares += (taken - 1) * (taken - 1);
        }

        var variance = spread * spread * (1 - 1.0 / n);
        Assert.Equal(1, sum / draws, 3 * Math.Sqrt(variance / draws));
        Assert.Equal(1, squares / draws / variance, 3 * Math.Sqrt(2.0 / draws) + 2 * spread * spread);
    }

    [Fact]
    public void Without_size_spread_the_area_is_that_of_the_count()
    {
        var (synapse, random) = (Skyrmion.Synapse("Song2020", ("SizeSpread", 0)), new RandomStream(5, "none"));
        double[] state = [0, 1, 0, 0];
        foreach (var channel in (int[])[Nucleation, Nucleation, Nucleation, Annihilation, Annihilation])
        {
            synapse.Jump(channel, state, random);
            Assert.Equal(0, state[2], 1e-15);
        }
    }
}
