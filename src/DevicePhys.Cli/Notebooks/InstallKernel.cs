using System.CommandLine;
using DevicePhys.Cli.Verbs;
using DevicePhys.Notebooks.Kernel;

namespace DevicePhys.Cli.Notebooks;

/// <summary>notebook install: makes the kernel known to Jupyter.</summary>
internal static class InstallKernel
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var user = new Option<bool>("--user") { Description = "Install for this user; this is the default." };
        var prefix = new Option<string?>("--prefix") { Description = "Install below a prefix instead, such as a virtual environment.", HelpName = "folder" };
        return new Verb("install", "Make the C# kernel known to Jupyter.", Run) { user, prefix };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            if (parse.GetValue(user) && parse.GetValue(prefix) is not null)
                throw new ArgumentException("--user and --prefix exclude each other, expected one of them.");
            var path = KernelSpec.Install(parse.GetValue(prefix) is { } place ? KernelSpec.FolderOf(place) : KernelSpec.UserFolder(), Command());
            session.Say($"{KernelSpec.DisplayName}: written to {path}");
            session.Say(JsonText.Document(NotebookVerb.Schema, new { Action = "install", File = path }));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    // As a tool the program starts itself; from a build it may be run by 'dotnet devicephys.dll'.
    private static string[] Command()
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "devicephys.dll");
        var host = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(host) == "devicephys" ? [host] : [Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", tool];
    }
}
