namespace DevicePhys.Studies.Measured;

/// <summary>One measured run: the conductance read after each pulse of a train of equal pulses.</summary>
/// <param name="Pulses">[Points], ascending: how many pulses were given; need not be whole, since many curves were digitised.</param>
/// <param name="Conductance">[Points], [S], above 0.</param>
public sealed record PulseCurve(IReadOnlyList<double> Pulses, IReadOnlyList<double> Conductance)
{
    /// <summary>Whether the conductance rises along the run: its later half is above its earlier half.</summary>
    public bool Rises => Conductance.Skip(Conductance.Count / 2).Average() > Conductance.Take(Conductance.Count / 2).Average();

    /// <summary>The run read backwards, as if its pulses had been counted down.</summary>
    /// <returns>The same points in the opposite order, pulses from 0.</returns>
    public PulseCurve Reversed() => new([.. Pulses.Reverse().Select(pulse => Pulses[^1] - pulse)], [.. Conductance.Reverse()]);
}
