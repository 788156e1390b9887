namespace DevicePhys.Notebooks.Completion;

/// <summary>How a piece of code may go on.</summary>
/// <param name="Start">Where what is replaced begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Words">What may stand there, and what kind of thing each is.</param>
internal sealed record Completions(int Start, int End, IReadOnlyList<(string Text, string Kind)> Words);
