using DevicePhys.Cards;
using DevicePhys.Traces;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>What is measured on every sample of a Monte Carlo run.</summary>
/// <remarks>Thread safe: samples are measured in parallel.</remarks>
public interface IMonteCarloBench
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured, with SI units.</summary>
    IReadOnlyList<TraceColumn> Outputs { get; }

    /// <summary>Everything but the card that decides a measurement, as one line: it enters the identity of a run.</summary>
    string Settings { get; }

    /// <summary>Whether a sample is one device, so that D2D spreads are drawn before the measurement; a bench of whole arrays draws its own.</summary>
    bool DrawsDevices { get; }

    /// <summary>Measures one sample.</summary>
    /// <param name="card">The device.</param>
    /// <param name="seed">The seed of whatever else is random; another one for each sample.</param>
    /// <param name="outputs">[Outputs], filled; NaN where a device has no such value.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="Errors.CardException">The card does not suit the bench.</exception>
    /// <exception cref="Errors.ConvergenceException">A transient did not converge.</exception>
    void Measure(Card card, ulong seed, Span<double> outputs, CancellationToken cancellation);
}
