using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Simulation;

/// <summary>A state that runs against the end of its range stops there, and one that leaves its range may.</summary>
public sealed class StateEndTests
{
    [Theory] // VTEAM crosses its range in picoseconds and stops within 1 % of it: long steps used to land 0.2 % beyond, at any tolerance.
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    public void A_step_that_passes_an_end_is_taken_again(double tolerance)
    {
        var card = DeviceCatalog.Default.Card("Vteam.MemTorch");
        var random = new RandomStream(11, "ends");
        var furthest = 0.0;
        for (var pulse = 0; pulse < 1000; pulse++)
        {
            var height = (pulse % 2 == 0 ? -1 : 1) * (0.1 + random.NextDouble());
            var stepper = new Stepper(
                DeviceCatalog.Default.Create<Dual>(card), new PulseWaveform(0, height, 0, 1e-9, 1e-6, 1e-9), TransientOptions.AtTolerance(tolerance));
            stepper.SetState(random.NextDouble());
            stepper.Run(1.1e-6);
            furthest = Math.Max(furthest, Math.Max(-stepper.State[0], stepper.State[0] - 1));
        }

        Assert.InRange(furthest, double.NegativeInfinity, tolerance);
    }

    [Fact] // A bound that the equations do not keep, as of a temperature, is an end of validity: the run goes on, and comes back.
    public void A_state_that_the_equations_drive_out_leaves_and_returns()
    {
        var stepper = new Stepper(new Follower(), new PulseWaveform(0, 3, 0, 1e-9, 1e-6, 1e-9), TransientOptions.AtTolerance(1e-5));
        stepper.Run(1e-6);
        Assert.Equal(3, stepper.State[0], 1e-3);
        stepper.Run(2e-6);
        Assert.Equal(0, stepper.State[0], 1e-3);
        Assert.InRange(stepper.Statistics.Steps, 10, 1000);
    }
}
