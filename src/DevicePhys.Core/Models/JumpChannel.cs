namespace DevicePhys.Models;

/// <summary>One kind of jump: a name and what it adds to the counts.</summary>
/// <param name="Name">The name, such as "nucleation".</param>
/// <param name="Increments">[States]; what the jump adds to each state of kind <see cref="StateKind.Count"/>, 0 for all others.</param>
public sealed record JumpChannel(string Name, IReadOnlyList<int> Increments);
