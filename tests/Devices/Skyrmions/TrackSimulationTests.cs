using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Devices.Skyrmions.Tracks;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

public sealed class TrackSimulationTests
{
    private static readonly TrackOptions Cold = new() { ThermalMotion = false, Pinned = false };

    [Fact] // e^(r/λ) grows by 2 U0 µ/λ² per time, µ = Γ/(G² + Γ²): two particles that repel by U0 exp(−r/λ).
    public void Two_skyrmions_part_as_the_closed_form_says()
    {
        var card = Card(("TrackLength", 10e-6), ("TrackWidth", 10e-6));
        var track = Track(card);
        var simulation = new TrackSimulation(card, Cold with { Step = 10e-12 });
        simulation.Add(new TrackPoint(5e-6 - 100e-9, 0));
        simulation.Add(new TrackPoint(5e-6 + 100e-9, 0));
        const double time = 20e-9;
        var ends = simulation.Run(new Constant(0), time, TestContext.Current.CancellationToken).Paths.Select(path => path.Points[^1]).ToArray();
        double gyro = track.Motion.Gyro(300).Value, drag = track.Motion.Drag(300).Value, range = card.Si("RepulsionLength");
        var growth = 2 * card.Si("RepulsionEnergy") * drag / (gyro * gyro + drag * drag) / (range * range) * time;
        var expected = range * Math.Log(Math.Exp(200e-9 / range) + growth);
        Assert.True(expected > 220e-9);
        Assert.Equal(expected, Distance(ends[0], ends[1]), 1e-4 * expected);
        Assert.Equal(10e-6, ends[0].X + ends[1].X, 1e-15);
        Assert.Equal(0, ends[0].Y + ends[1].Y, 1e-15);
    }

    [Fact] // Between two edges the push across the track balances: v = F/Γ along it.
    public void Along_an_edge_a_skyrmion_is_as_fast_as_without_deflection()
    {
        var card = Card(("TrackLength", 100e-6), ("ThermalResistance", 0), ("Delta0", 5 * 1.602176634e-19));
        var track = Track(card);
        var simulation = new TrackSimulation(card, Cold);
        simulation.Add(new TrackPoint(1e-6, 0.2e-6));
        var voltage = new Constant(track.Voltage(2e11).Value);
        var before = simulation.Run(voltage, 100e-9, TestContext.Current.CancellationToken).Paths[0].Points[^1];
        var after = simulation.Run(voltage, 200e-9, TestContext.Current.CancellationToken).Paths[0].Points[^1];
        Assert.Equal(before.Y, after.Y, 1e-12);
        Assert.Equal(track.Motion.Drive(2e11).Value / track.Motion.Drag(300).Value, (after.X - before.X) / 100e-9, 1e-3);
    }

    [Fact] // The same equations in two readings and two integrators: the compact model in the stepper, the ensemble by Heun's method.
    public void One_skyrmion_goes_where_the_compact_model_says()
    {
        var card = Card(("PinDensity", 0), ("Delta0", 5 * 1.602176634e-19));
        var track = Track(card);
        var voltage = new PulseTrain(0, [track.Voltage(2.2e11).Value, track.Voltage(3e11).Value], 0, 2e-9, 8e-9, 2e-9, 30e-9);
        var simulation = new TrackSimulation(card, Cold with { Step = 10e-12 });
        simulation.Add(new TrackPoint(0.2e-6, -0.1e-6));
        var end = simulation.Run(voltage, 60e-9, TestContext.Current.CancellationToken).Paths[0].Points[^1];
        var stepper = new Stepper(DeviceCatalog.Default.Create<Dual>(card), voltage, TransientOptions.AtTolerance(1e-8));
        stepper.SetState(1, 0.1, -0.1, 0);
        stepper.Run(60e-9, cancellation: TestContext.Current.CancellationToken);
        Assert.True(end.X > 0.8e-6);
        Assert.Equal(stepper.State[1] * 2e-6, end.X, 1e-9);
        Assert.Equal(stepper.State[2] * 1e-6, end.Y, 1e-9);
    }

    [Theory] // The mean law of the compact model against single pins and heat: half the depinning force holds, twice as much flows freely.
    [InlineData(0.5, 0, 0.35)]
    [InlineData(2.0, 0.85, 1.05)]
    public void Pins_in_the_mean_hold_below_depinning_and_let_flow_above(double share, double least, double most)
    {
        var (sum, free) = (0.0, 0.0);
        for (var seed = 1ul; seed <= 10; seed++)
        {
            var card = Card(("TrackLength", 20e-6), ("ThermalResistance", 0), ("Delta0", 5 * 1.602176634e-19));
            var track = Track(card);
            var density = share * track.Pins.DepinningForce.Value / track.Motion.Drive(1).Value;
            var simulation = new TrackSimulation(card, new TrackOptions { Seed = seed });
            simulation.Add(new TrackPoint(1e-6, 0));
            sum += simulation.Run(new Constant(track.Voltage(density).Value), 300e-9, TestContext.Current.CancellationToken).Paths[0].Points[^1].X - 1e-6;
            free += track.Motion.Drive(density).Value / track.Motion.Drag(300).Value * 300e-9;
        }

        Assert.InRange(sum / free, least, most);
    }

    [Theory] // A Gaussian well of depth E and range ξ holds up to E/(ξ √e), whatever the gyro coefficient.
    [InlineData(0.98, true)]
    [InlineData(1.02, false)]
    public void A_single_pin_lets_go_at_its_closed_form(double share, bool held)
    {
        var card = Card(
            ("PinDensity", 0.5e12), ("ThermalResistance", 0), ("RepulsionEnergy", 0.1 * 1.602176634e-19), ("RepulsionLength", 5e-9), ("Delta0", 5 * 1.602176634e-19));
        var track = Track(card);
        var simulation = new TrackSimulation(card, Cold with { Pinned = true, Step = 20e-12 });
        var pin = Assert.Single(simulation.Run(new Constant(0), 0, TestContext.Current.CancellationToken).Pins);
        simulation.Add(pin);
        var density = share * track.Pins.DepinningForce.Value / track.Motion.Drive(1).Value;
        var path = simulation.Run(new Constant(track.Voltage(density).Value), 100e-9, TestContext.Current.CancellationToken).Paths[0];
        Assert.Equal(held, Distance(path.Points[^1], pin) < 2 * card.Si("PinRange"));
    }

    [Fact]
    public void Pulses_bring_skyrmions_in_one_by_one_and_reverse_pulses_take_them_out()
    {
        var (rising, falling) = (new List<int>(), new List<int>());
        for (var seed = 1ul; seed <= 4; seed++)
        {
            var card = Card();
            var simulation = new TrackSimulation(card, new TrackOptions { Seed = seed });
            var voltage = Track(card).Voltage(2.45e11).Value;
            var train = new PulseTrain(0, [voltage, voltage, voltage, voltage, voltage, -voltage, -voltage, -voltage, -voltage], 0, 1e-9, 9e-9, 1e-9, 100e-9);
            simulation.Run(train, 500e-9, TestContext.Current.CancellationToken);
            rising.Add(simulation.Count);
            simulation.Run(train, 900e-9, TestContext.Current.CancellationToken);
            falling.Add(simulation.Count);
        }

        Assert.All(rising, count => Assert.InRange(count, 4, 6));
        Assert.All(rising.Zip(falling), pair => Assert.True(pair.Second < pair.First));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_one_another_way()
    {
        var (one, same, other) = (Ways(1), Ways(1), Ways(2));
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_path_says_how_it_ended()
    {
        var simulation = new TrackSimulation(Card(), Cold);
        simulation.Add(new TrackPoint(0.2e-6, 0));
        var voltage = new Constant(Track(Card()).Voltage(-2e11).Value);
        var path = Assert.Single(simulation.Run(voltage, 50e-9, TestContext.Current.CancellationToken).Paths);
        Assert.Equal(SkyrmionFate.LeftThroughNotch, path.Fate);
        Assert.Equal(0, simulation.Count);
        Assert.True(path.Points[^1].X < 0);
        Assert.Equal(path.Times.Order(), path.Times);
    }

    [Fact]
    public void What_cannot_be_run_is_refused_in_one_sentence()
    {
        var model = Assert.Throws<CardException>(() => new TrackSimulation(DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020"), new TrackOptions()));
        Assert.Equal("SkyrmionSynapse.Song2020: the model is 'SkyrmionSynapse', expected a card of SkyrmionTrack.", model.Message);
        var step = Assert.Throws<ArgumentException>(() => new TrackSimulation(Card(), new TrackOptions { Step = 1e-9 }));
        Assert.StartsWith("step: 1E-09 s is too long for the forces of SkyrmionTrack.GdFeCo, expected ", step.Message);
        Assert.Throws<ArgumentException>(() => new TrackSimulation(Card(), new TrackOptions { Step = double.NaN }));
        Assert.Throws<ArgumentException>(() => new TrackSimulation(Card(), new TrackOptions { StepsPerSample = 0 }));
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new TrackSimulation(Card(), new TrackOptions()).Run(new Constant(0), 1e-6, source.Token));
    }

    private static List<TrackPoint> Ways(ulong seed)
    {
        var simulation = new TrackSimulation(Card(), new TrackOptions { Seed = seed });
        var voltage = Track(Card()).Voltage(2.45e11).Value;
        var record = simulation.Run(new PulseTrain(0, [voltage, voltage], 0, 1e-9, 9e-9, 1e-9, 50e-9), 100e-9);
        return [.. record.Paths.SelectMany(path => path.Points)];
    }

    private static Card Card(params (string Parameter, double Value)[] changes) =>
        changes.Aggregate(DeviceCatalog.Default.Card("SkyrmionTrack.GdFeCo"), (card, change) => card.With(change.Parameter, change.Value));

    private static SkyrmionTrack<Real> Track(Card card) => (SkyrmionTrack<Real>)DeviceCatalog.Default.Create<Real>(card);

    private static double Distance(TrackPoint a, TrackPoint b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
