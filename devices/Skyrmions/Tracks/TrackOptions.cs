namespace DevicePhys.Devices.Skyrmions.Tracks;

/// <summary>How a track simulation is run.</summary>
public sealed record TrackOptions
{
    /// <summary>The time step [s].</summary>
    public double Step { get; init; } = 50e-12;

    /// <summary>Every how many steps a point of every path is recorded.</summary>
    public int StepsPerSample { get; init; } = 10;

    /// <summary>Whether skyrmions shake with the temperature.</summary>
    public bool ThermalMotion { get; init; } = true;

    /// <summary>Whether pins are scattered over the track.</summary>
    public bool Pinned { get; init; } = true;

    /// <summary>The seed of pins, nucleation and thermal motion.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Check()
    {
        if (!(Step > 0 && double.IsFinite(Step)))
            throw new ArgumentException(FormattableString.Invariant($"step: {Step} s should be above 0."));
        if (StepsPerSample < 1)
            throw new ArgumentException($"steps per sample: {StepsPerSample} should be 1 or more.");
    }
}
