using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Devices.Skyrmions.Tracks;
using DevicePhys.Numbers;
using DevicePhys.Waveforms;

namespace DevicePhys.Cli.Tracks;

/// <summary>The pulses that a track gets: some forward, then some backward.</summary>
/// <param name="Forward">How many forward.</param>
/// <param name="Backward">How many backward.</param>
/// <param name="Density">Current density of a pulse [A/m²].</param>
/// <param name="Width">Length of a pulse [s].</param>
/// <param name="Period">From pulse to pulse [s].</param>
internal sealed record TrackTrain(int Forward, int Backward, double Density, double Width, double Period)
{
    // Edges of a tenth of the pulse.
    private const double EdgeShare = 0.1;

    /// <summary>The number of skyrmions after each pulse, and everything else.</summary>
    public (IReadOnlyList<int> AfterPulse, TrackRecord Record) Run(
        Card card, TrackSimulation simulation, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        var pulses = Forward + Backward;
        if (Forward < 0 || Backward < 0 || pulses == 0)
            throw new ArgumentException("--forward and --backward should be 0 or more, and not both 0.");
        var track = (SkyrmionTrack<Real>)DeviceCatalog.Default.Create<Real>(card);
        double[] levels = [.. Enumerable.Range(0, pulses).Select(pulse => track.Voltage(pulse < Forward ? Density : -Density).Value)];
        var edge = EdgeShare * Width;
        var waveform = new PulseTrain(0, levels, 0, edge, Width - edge, edge, Period);
        var (counts, records) = (new List<int>(), new List<TrackRecord>());
        for (var pulse = 0; pulse < pulses; pulse++)
        {
            records.Add(simulation.Run(waveform, (pulse + 1) * Period, cancellation));
            counts.Add(simulation.Count);
            progress.Report(new WorkProgress("pulses", (pulse + 1.0) / pulses));
        }

        // A run begins with the sample the one before it ended with.
        return (counts, records[^1] with
        {
            Times = [.. records.SelectMany(record => record.Times.SkipLast(1))],
            Counts = [.. records.SelectMany(record => record.Counts.SkipLast(1))],
            Densities = [.. records.SelectMany(record => record.Densities.SkipLast(1))],
            Temperatures = [.. records.SelectMany(record => record.Temperatures.SkipLast(1))],
        });
    }
}
