using System.CommandLine;
using System.Globalization;
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

            // Set by the client of Jupyter for kernels on its own machine.
            int? parent = int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
            using var server = new KernelServer(connection, Environment.CurrentDirectory, TimeProvider.System, session.Warn, parent);

            // Jupyter, or a user at the terminal, means the cell and not the kernel.
            using var interrupt = InterruptSignal.Take(server.Interrupt);
            await Task.Run(() => server.Run(session.Cancellation));
            return ExitCode.Ok;
        }
    }
}
