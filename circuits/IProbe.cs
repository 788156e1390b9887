namespace DevicePhys.Circuits;

/// <summary>Watches a run.</summary>
public interface IProbe
{
    /// <summary>Called at the start of a run, after every accepted step, and again after a jump at the same time.</summary>
    /// <param name="simulation">The simulation, at that point.</param>
    void Sample(ISimulation simulation);
}
