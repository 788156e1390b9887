using System.Runtime.InteropServices;
using System.Text;

namespace DevicePhys.Cli;

/// <summary>The `devicephys` tool.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var cancel = new CancellationTokenSource();

        // The first signal asks the verb to end cleanly; a second one is left to the system, which ends the process at once.
        void Stop(PosixSignalContext signal)
        {
            if (signal.Signal == PosixSignal.SIGINT && InterruptSignal.Hand())
            {
                signal.Cancel = true;
                return;
            }

            signal.Cancel = !cancel.IsCancellationRequested;
            cancel.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await CommandLine.InvokeAsync(args, Console.Out, Console.Error, cancel.Token);
    }
}
