namespace DevicePhys.Traces;

/// <summary>One column of a trace.</summary>
/// <param name="Name">The name, unique within the trace, such as "v(out)".</param>
/// <param name="Unit">The SI unit, empty for a pure number.</param>
public sealed record TraceColumn(string Name, string Unit)
{
    /// <summary>The heading in a file: "v(out) [V]".</summary>
    public override string ToString() => Unit.Length == 0 ? Name : $"{Name} [{Unit}]";
}
