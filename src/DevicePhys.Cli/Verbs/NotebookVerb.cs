using System.CommandLine;
using DevicePhys.Cli.Notebooks;

namespace DevicePhys.Cli.Verbs;

/// <summary>notebook: Jupyter notebooks in C#.</summary>
internal static class NotebookVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/notebook/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create() => new("notebook", "Run, check and print C# notebooks, and serve them to Jupyter.")
    {
        RunNotebook.Create(),
        CheckNotebook.Create(),
        PrintNotebook.Create(),
        ServeKernel.Create(),
        InstallKernel.Create(),
    };
}
