using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Circuits.Export;
using DevicePhys.Errors;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>What a second engine makes of a card's nominal pulse train.</summary>
/// <param name="Engine">The second engine.</param>
/// <param name="Deviation">The largest difference from the first engine: part of the span, signal and time; or why there is none.</param>
/// <remarks>
/// Five potentiation pulses, then five depression pulses through driver and line, counts following their mean; the line's voltage and every state are
/// compared at every point the second engine accepted.
/// </remarks>
internal sealed record Referee(string Engine, string Deviation)
{
    private const int Pulses = 5;

    private static readonly TransientOptions Fine = TransientOptions.AtTolerance(1e-6);

    /// <summary>Runs the train on an engine that is here and not the one in use; null where there is no other.</summary>
    /// <param name="card">The card.</param>
    /// <param name="options">The engine in use, and where models are found.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Referee? Of(Card card, CharacterizationOptions options, CancellationToken cancellation)
    {
        if (CircuitEngines.Names.FirstOrDefault(name => name != options.Engine) is not { } other)
            return null;
        var bench = CardBench.Train(card, options.Catalog, Pulses);
        try
        {
            var probe = new TraceProbe(bench.Netlist, [.. bench.Signals]);
            CircuitEngines.Get(other).Prepare(bench.Netlist, Fine with { MaxStep = bench.Stop / 1000 }).Run(bench.Stop, probe: probe, cancellation: cancellation);
            var worst = WaveformAgreement.Of(probe.Trace, bench.Netlist, Fine, CircuitEngines.Get(options.Engine), smallest: 1e-3);
            return new Referee(other, string.Create(
                CultureInfo.InvariantCulture, $"{worst.Deviation:E1} of the span of {worst.Signal} at {worst.Time:G4} s, {worst.Points} points"));
        }
        catch (ConvergenceException failure)
        {
            return new Referee(other, $"none: {failure.Message}");
        }
    }
}
