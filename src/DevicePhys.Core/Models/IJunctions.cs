namespace DevicePhys.Models;

/// <summary>A model that says where its exponentials are, so that a circuit solver can shorten Newton's steps across them.</summary>
/// <remarks>The solution does not depend on it, only the way there does.</remarks>
public interface IJunctions
{
    /// <summary>The junctions; terminals 0 and 1 for a two-terminal model.</summary>
    IReadOnlyList<Junction> Junctions { get; }
}
