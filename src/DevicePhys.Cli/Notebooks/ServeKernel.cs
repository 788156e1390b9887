using System.CommandLine;
using DevicePhys.Notebooks.Kernel;

namespace DevicePhys.Cli.Notebooks;

/// <summary>notebook kernel: what Jupyter starts.</summary>
internal static class ServeKernel
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = new Argument<string>("connection-file") { Description = "The file in which Jupyter says where it wants to meet the kernel." };
        return new Verb("kernel", "Serve C# cells to Jupyter, which starts this by itself once 'notebook install' was run.", Run) { file };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var connection = ConnectionFile.Load(parse.GetRequiredValue(file));
            using var server = new KernelServer(connection, Environment.CurrentDirectory, TimeProvider.System, session.Warn);

            // Jupyter, or a user at the terminal, means the cell and not the kernel.
            using var interrupt = InterruptSignal.Take(server.Interrupt);
            await Task.Run(() => server.Run(session.Cancellation));
            return ExitCode.Ok;
        }
    }
}
