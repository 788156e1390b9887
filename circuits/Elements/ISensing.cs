namespace DevicePhys.Circuits.Elements;

/// <summary>An element controlled by the current of a voltage source.</summary>
public interface ISensing
{
    /// <summary>The name of the voltage source; its current counts as <see cref="ISimulation.Current"/> does: out of plus into the circuit.</summary>
    string Sensor { get; }
}
