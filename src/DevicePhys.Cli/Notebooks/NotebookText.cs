using DevicePhys.Notebooks.Running;

namespace DevicePhys.Cli.Notebooks;

/// <summary>What is said about the run of a notebook.</summary>
internal static class NotebookText
{
    /// <summary>Says how it ended: good news with the results, bad news with the messages.</summary>
    public static void Tell(Session session, string file, NotebookRun run, string rest)
    {
        if (run.Error is { } error)
            session.Error.WriteLine($"{CommandLine.Name}: {file}: cell {run.FailedCell} failed, {rest}\n  {string.Join("\n  ", error.Trace)}");
        else
            session.Say($"{file}: {run.Cells} cells run, {rest}");
    }
}
