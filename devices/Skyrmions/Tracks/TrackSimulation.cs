using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Waveforms;

namespace DevicePhys.Devices.Skyrmions.Tracks;

/// <summary>Many skyrmions on one track: Langevin motion among each other, pins and edges, and nucleation at the notch.</summary>
/// <remarks>
/// Each skyrmion follows the Thiele equation of <see cref="SkyrmionTrack{T}"/> with the forces of the current, of the others, of single pins and of
/// the borders, plus a Wiener increment of variance 2 D Δt per direction, D = k T Γ/(G² + Γ²), so that the spread does not depend on the step.
/// Steps are those of Heun's method for additive noise, of second order in the drift. A new skyrmion appears at the notch at the Arrhenius rate of
/// the card, with the repulsion of those near it added to the barrier: this is the gate that lets them in one by one. It leaves through the notch
/// (x below 0), or is lost where it crosses an edge or the closed end. One stream of random numbers per skyrmion, so a path depends on seed and number
/// only through what it meets. Not thread safe.
/// </remarks>
public sealed class TrackSimulation
{
    // Nucleated within the track by this share of its radius, so that heat does not throw it out at once.
    private const double NotchDepth = 1;

    private readonly SkyrmionTrack<Real> track;
    private readonly TrackOptions options;
    private readonly TrackForces forces;
    private readonly TrackPoint notch;
    private readonly TrackPoint[] pins;
    private readonly RandomStream nucleation;
    private readonly List<SkyrmionPath> paths = [];
    private readonly List<SkyrmionPath> alive = [];
    private readonly List<RandomStream> streams = [];
    private TrackPoint[] places = [], trial = [], drift = [], kick = [];
    private double heating;

    /// <summary>Prepares an empty track.</summary>
    /// <param name="card">A card of the model SkyrmionTrack.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="CardException">The card is of another model.</exception>
    /// <exception cref="ArgumentException">An option is out of range, or the step is too long for the forces of the card.</exception>
    public TrackSimulation(Card card, TrackOptions options)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        track = DeviceCatalog.Default.Create<Real>(card) as SkyrmionTrack<Real>
            ?? throw new CardException($"{card.Id}: the model is '{card.Model}', expected a card of SkyrmionTrack.");
        this.options = options;
        notch = new TrackPoint(NotchDepth * card.Value("Radius", "m"), 0);
        pins = options.Pinned ? Scatter() : [];
        forces = new TrackForces(track, pins);
        nucleation = new RandomStream(options.Seed, "skyrmion nucleation");
        CheckStep(card);
    }

    /// <summary>The time [s].</summary>
    public double Time { get; private set; }

    /// <summary>The skyrmions on the track.</summary>
    public int Count => alive.Count;

    /// <summary>Puts a skyrmion on the track.</summary>
    /// <param name="at">Where.</param>
    public void Add(TrackPoint at)
    {
        var path = new SkyrmionPath(paths.Count);
        path.Add(Time, at);
        paths.Add(path);
        alive.Add(path);
        streams.Add(new RandomStream(options.Seed, "skyrmion motion", (ulong)path.Number));
        if (alive.Count > places.Length)
        {
            var size = Math.Max(8, 2 * places.Length);
            Array.Resize(ref places, size);
            Array.Resize(ref trial, size);
            Array.Resize(ref drift, size);
            Array.Resize(ref kick, size);
        }

        places[alive.Count - 1] = at;
    }

    /// <summary>Runs on.</summary>
    /// <param name="voltage">Across the track, against the time of the simulation [V].</param>
    /// <param name="stop">When to stop [s].</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The samples of this run, and all paths so far.</returns>
    public TrackRecord Run(Waveform voltage, double stop, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(voltage);
        var (times, counts, densities, temperatures) = (new List<double>(), new List<int>(), new List<double>(), new List<double>());
        var start = Time;
        var steps = (long)Math.Round((stop - start) / options.Step);
        for (var step = 0L; ; step++)
        {
            if (step % options.StepsPerSample == 0 || step == steps)
            {
                cancellation.ThrowIfCancellationRequested();
                Sample();
                times.Add(Time);
                counts.Add(Count);
                densities.Add(track.Density(voltage.At(Time)).Value);
                temperatures.Add(track.Temperature(heating).Value);
            }

            if (step >= steps)
                break;
            Advance(voltage.At(Time + options.Step / 2));
            Time = start + (step + 1) * options.Step;
            Remove();
        }

        return new TrackRecord(times, counts, densities, temperatures, paths, pins);
    }

    // The voltage is taken constant over the step; the temperature is exact for it.
    private void Advance(double voltage)
    {
        var steady = track.SteadyHeating(voltage).Value;
        heating = steady + (heating - steady) * Math.Exp(-options.Step / track.ThermalTime.Value);
        var temperature = track.Temperature(heating).Value;
        Move(track.Motion.Drive(track.Density(voltage)).Value, temperature);
        var crowding = forces.Crowding(notch, places.AsSpan(0, Count));
        var hazard = track.NucleationRate(voltage, temperature, crowding).Value;
        if (nucleation.NextDouble() < 1 - Math.Exp(-hazard * options.Step))
            Add(notch);
    }

    private void Move(double drive, double temperature)
    {
        var n = Count;
        var spread = options.ThermalMotion ? Math.Sqrt(2 * track.Motion.Diffusion(temperature).Value * options.Step) : 0;
        for (var i = 0; i < n; i++)
        {
            kick[i] = spread > 0 ? new TrackPoint(spread * streams[i].NextNormal(), spread * streams[i].NextNormal()) : default;
            drift[i] = Velocity(places.AsSpan(0, n), i, drive, temperature);
        }

        for (var i = 0; i < n; i++)
            trial[i] = new TrackPoint(places[i].X + drift[i].X * options.Step + kick[i].X, places[i].Y + drift[i].Y * options.Step + kick[i].Y);
        for (var i = 0; i < n; i++)
        {
            var end = Velocity(trial.AsSpan(0, n), i, drive, temperature);
            places[i] = new TrackPoint(
                places[i].X + 0.5 * (drift[i].X + end.X) * options.Step + kick[i].X,
                places[i].Y + 0.5 * (drift[i].Y + end.Y) * options.Step + kick[i].Y);
        }
    }

    private TrackPoint Velocity(ReadOnlySpan<TrackPoint> all, int self, double drive, double temperature)
    {
        var (x, y) = forces.On(all[self], self, all);
        var velocity = track.Motion.Velocity(temperature, x + drive, y);
        return new TrackPoint(velocity.X.Value, velocity.Y.Value);
    }

    private void Remove()
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            var at = places[i];
            var lost = Math.Abs(at.Y) > track.Width.Value / 2 || at.X > track.Length.Value;
            if (!lost && at.X >= 0)
                continue;
            alive[i].Add(Time, at);
            alive[i].Fate = lost ? SkyrmionFate.LostAtEdge : SkyrmionFate.LeftThroughNotch;
            alive.RemoveAt(i);
            streams.RemoveAt(i);
            places.AsSpan(i + 1, Count - i).CopyTo(places.AsSpan(i));
        }
    }

    private void Sample()
    {
        for (var i = 0; i < Count; i++)
        {
            if (alive[i].Times[^1] < Time)
                alive[i].Add(Time, places[i]);
        }
    }

    // A Poisson number of pins would do as well; the rounded mean keeps tracks of one card alike.
    private TrackPoint[] Scatter()
    {
        var random = new RandomStream(options.Seed, "skyrmion pins");
        var count = (int)Math.Round(track.Pins.Density.Value * track.Length.Value * track.Width.Value);
        var scattered = new TrackPoint[count];
        for (var i = 0; i < count; i++)
            scattered[i] = new TrackPoint(random.NextDouble() * track.Length.Value, (random.NextDouble() - 0.5) * track.Width.Value);
        return scattered;
    }

    private void CheckStep(Card card)
    {
        var (velocityX, velocityY) = track.Motion.Velocity(track.Temperature(0), 1, 0);
        var mobility = Math.Sqrt(velocityX.Value * velocityX.Value + velocityY.Value * velocityY.Value);
        var longest = 0.5 / (mobility * forces.Stiffness);
        if (options.Step > longest)
            throw new ArgumentException(FormattableString.Invariant($"step: {options.Step} s is too long for the forces of {card.Id}, expected {longest:G2} s or less."));
    }
}
