using System.Diagnostics;

namespace DevicePhys.Simulation;

/// <summary>Where the time of a simulation has gone.</summary>
/// <param name="SetUp">From the netlist to equations: checks, numbering, memory.</param>
/// <param name="OperatingPoint">Looking for rest.</param>
/// <param name="Transient">Steps through time, the probe's work included.</param>
public readonly record struct RunTimes(TimeSpan SetUp, TimeSpan OperatingPoint, TimeSpan Transient)
{
    /// <summary>These times and a set-up that began at a time stamp and ends now.</summary>
    /// <param name="begun">A stamp of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public RunTimes AddSetUp(long begun) => this with { SetUp = SetUp + Stopwatch.GetElapsedTime(begun) };

    /// <summary>These times and a search for rest that began at a time stamp and ends now.</summary>
    /// <param name="begun">A stamp of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public RunTimes AddOperatingPoint(long begun) => this with { OperatingPoint = OperatingPoint + Stopwatch.GetElapsedTime(begun) };

    /// <summary>These times and a run that began at a time stamp and ends now.</summary>
    /// <param name="begun">A stamp of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public RunTimes AddTransient(long begun) => this with { Transient = Transient + Stopwatch.GetElapsedTime(begun) };
}
