using DevicePhys.Devices.Skyrmions.Tracks;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Skyrmions;

/// <summary>Thermal spread of skyrmions, and that it does not depend on the time step.</summary>
public sealed class StepInvariance : IValidation
{
    private const int Skyrmions = 4000;
    private const double Duration = 20e-9;

    /// <inheritdoc/>
    public string Id => "V09";

    /// <inheritdoc/>
    public string Claim => "thermal noise as a Wiener process (skyrmion diffusion)";

    /// <inheritdoc/>
    public string Source => "Einstein relation D = k T Γ/(G² + Γ²), Schütte et al., Phys. Rev. B 90, 174434 (2014); noise per step must scale as √Δt (published Verilog-A models miss it)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var (coarse, fine) = (Spread(20e-12, run.Cancellation), Spread(10e-12, run.Cancellation));
        var expected = Math.Sqrt(2 * Track.Of().Motion.Diffusion(300).Value * Duration);
        yield return Check.Relative("spread for half the step over that for the whole", 1, "", 0.03, fine / coarse);
        yield return Check.Relative("spread over √(2 D t)", 1, "", 0.03, fine / expected);
    }

    // The standard deviation of the displacement per direction [m]: one skyrmion per seed, alone in the middle of a wide track.
    private static double Spread(double step, CancellationToken cancellation)
    {
        var card = Track.Card(("TrackLength", 20e-6), ("TrackWidth", 20e-6));
        var squares = 0.0;
        for (var seed = 1; seed <= Skyrmions; seed++)
        {
            var simulation = new TrackSimulation(card, new TrackOptions { Step = step, StepsPerSample = int.MaxValue, Pinned = false, Seed = (ulong)seed });
            simulation.Add(new TrackPoint(10e-6, 0));
            var end = simulation.Run(new Constant(0), Duration, cancellation).Paths[0].Points[^1];
            squares += (end.X - 10e-6) * (end.X - 10e-6) + end.Y * end.Y;
        }

        return Math.Sqrt(squares / (2 * Skyrmions));
    }
}
