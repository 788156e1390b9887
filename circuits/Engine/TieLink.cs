namespace DevicePhys.Circuits.Engine;

/// <summary>One voltage source as an edge of a tree of sources.</summary>
/// <param name="Node">The node that the source reaches.</param>
/// <param name="Parent">The node it is reached from.</param>
/// <param name="Source">The place of the source among all sources.</param>
/// <param name="Sign">+1 where the reached node is the plus node of the source, else -1.</param>
internal readonly record struct TieLink(int Node, int Parent, int Source, int Sign);
