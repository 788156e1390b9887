using DevicePhys.Waveforms;
using SpiceSharp.Components;
using SpiceSharp.Entities;
using SpiceSharp.ParameterSets;
using SpiceSharp.Simulations;
using SpiceSharp.Simulations.IntegrationMethods;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>One of our waveforms as the library's sources take it, breaks included.</summary>
internal sealed class SourceWaveform : ParameterSet<IWaveformDescription>, IWaveformDescription, IWaveform
{
    // A step ends at a break up to rounding; the next break is the one after that.
    private const double Rounding = 1e-14;

    private IIntegrationMethod? method;

    /// <summary>The waveform; another one counts from the next step on.</summary>
    public required Waveform Waveform { get; set; }

    /// <summary>When the library's time 0 is, since the last reset [s].</summary>
    public double Start { get; set; }

    public double Value { get; private set; }

    /// <summary>Back to the start.</summary>
    public void Restart() => Value = Waveform.At(Start);

    public IWaveform Create(IBindingContext context)
    {
        context.TryGetState(out method);
        Restart();
        return this;
    }

    public void Probe() => Value = Waveform.At(Start + method!.Time);

    public void Accept() => AnnounceBreak();

    /// <summary>Tells the integration about the break that comes next.</summary>
    public void AnnounceBreak()
    {
        var next = Waveform.NextBreak((Start + method!.Time) * (1 + Rounding)) - Start;
        if (double.IsFinite(next) && method is IBreakpointMethod breaking)
            breaking.Breakpoints.SetBreakpoint(next);
    }
}
