using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Devices;

/// <summary>Random pulse trains through every shipped card that has states, each train on a device of its own.</summary>
/// <remarks>
/// Amplitudes reach the validity limit: the largest amplitude of the card's own pulses, 1 V where it has none. Forty trains per card by default;
/// the variable DEVICEPHYS_TRAINS asks for more, such as 10000. A state may be beyond an end by what a step may err, 1e-5 of its range.
/// </remarks>
public sealed class PulseTrainContractTests
{
    private const int Pulses = 20;
    private const double Overshoot = 2e-5;

    private static readonly int Trains =
        int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_TRAINS"), NumberStyles.None, CultureInfo.InvariantCulture, out var trains) ? trains : 40;

    public static TheoryData<string> Cards =>
        [.. DeviceCatalog.Default.Cards.Where(card => DeviceCatalog.Default.CreateModel<Real>(card).States.Count > 0).Select(card => card.Id)];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Random_pulses_leave_every_state_within_its_bounds(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        Parallel.For(0, Trains, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, train =>
        {
            var random = new RandomStream(6, $"trains of {id}", (ulong)train);
            var probe = new DeviceProbe(card.Sample(SpreadOrigin.DeviceToDevice, random).Sample(SpreadOrigin.CycleToCycle, random));
            var device = new TrainDevice(probe);
            for (var i = 0; i < Pulses; i++)
            {
                var state = device.GiveRandom(random);
                for (var s = 0; s < state.Length; s++)
                {
                    var (lower, upper) = (probe.States[s].Lower, probe.States[s].Upper);

                    Assert.True(
                        state[s] >= lower - Overshoot * (upper - lower) && state[s] <= upper + Overshoot * (upper - lower),
                        $"{id}, train {train}, pulse {i}: {probe.States[s].Name} = {state[s]} should be within {lower} and {upper}");
                }
            }
        });
    }
}
