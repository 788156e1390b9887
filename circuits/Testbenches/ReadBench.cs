using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Reads the conductance of a device: by its own readout in siemens where it has one, else through its terminals.</summary>
internal sealed class ReadBench
{
    private const double Boltzmann = 1.380649e-23;
    private readonly ITwoTerminal<Real> model;
    private readonly IReadable<Real>? readable;
    private readonly int readout;
    private readonly PulseScheme scheme;
    private readonly Real[] values;
    private readonly Real[] rates;
    private readonly HeldDevice? held;

    public ReadBench(Card card, CharacterizationOptions options)
    {
        model = options.Catalog.Create<Real>(card);
        scheme = card.Pulses;
        held = model.States.Any(state => state.Kind == StateKind.Algebraic) ? new HeldDevice(options.Catalog.Create<Dual>(card)) : null;
        readable = model as IReadable<Real>;
        readout = readable?.Readouts.ToList().FindIndex(r => r.Unit == "S") ?? -1;
        if (readable is not null && readout < 0)
        {
            throw new CardException($"{card.Id}: its model has no readout in S, which a crossbar needs.");
        }

        Name = readable?.Readouts[readout].Name ?? "conductance at the read voltage";
        values = new Real[model.States.Count];
        rates = new Real[model.States.Count];
    }

    /// <summary>The name of the readout.</summary>
    public string Name { get; }

    /// <summary>The conductance [S].</summary>
    public double Read(ReadOnlySpan<double> state)
    {
        if (readable is null && held is not null)
        {
            return held.Current(scheme.ReadVoltage, state) / scheme.ReadVoltage;
        }

        for (var i = 0; i < state.Length; i++)
        {
            values[i] = state[i];
        }

        return readable is not null
            ? readable.Read(readout, values).Value
            : model.Evaluate(scheme.ReadVoltage, values, rates).Value / scheme.ReadVoltage;
    }

    /// <summary>
    /// The standard deviation of one read [S]: thermal noise of the conductance, sqrt(4 k T G B)/|V|, in the read bandwidth at 300 K
    /// (Johnson, Phys. Rev. 32, 97 (1928)). Other noise sources (1/f, telegraph) are the business of the model.
    /// </summary>
    public double Noise(double conductance) =>
        Math.Sqrt(4 * Boltzmann * 300 * conductance * scheme.ReadBandwidth) / Math.Abs(scheme.ReadVoltage);
}
