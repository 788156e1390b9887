namespace DevicePhys.Spiking.Neurons;

/// <summary>The exact solution of the linear equations of <see cref="LifSettings"/> over one time step.</summary>
/// <remarks>
/// v' = El + (v - El) m + ge ke + gi ki, ge' = ge e, gi' = gi i, with m = exp(-h/τm), e = exp(-h/τe), i = exp(-h/τi) and
/// ke = τe/(τe - τm) (e - m), written as h/τm exp(-(h/τm + h/τe)/2) sinh(x/2)/(x/2), x = h/τm - h/τe, which neither cancels nor
/// divides by 0 where both time constants are near each other (Rotter and Diesmann, Biol. Cybern. 81, 381, 1999).
/// </remarks>
internal readonly struct LifCoefficients
{
    public LifCoefficients(LifSettings settings, double timeStep)
    {
        var (m, e, i) = (timeStep / settings.TauMembrane, timeStep / settings.TauExcitatory, timeStep / settings.TauInhibitory);
        (Membrane, Excitatory, Inhibitory) = (Math.Exp(-m), Math.Exp(-e), Math.Exp(-i));
        (FromExcitatory, FromInhibitory) = (Coupling(m, e), Coupling(m, i));
    }

    public double Membrane { get; }

    public double Excitatory { get; }

    public double Inhibitory { get; }

    public double FromExcitatory { get; }

    public double FromInhibitory { get; }

    private static double Coupling(double membrane, double synapse)
    {
        var half = (membrane - synapse) / 2;
        return membrane * Math.Exp(-(membrane + synapse) / 2) * (half == 0 ? 1 : Math.Sinh(half) / half);
    }
}
