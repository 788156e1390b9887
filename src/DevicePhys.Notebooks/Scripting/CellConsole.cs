using System.Text;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>Sends what a cell prints to the output of that cell, and what anybody else prints to where it always went.</summary>
internal static class CellConsole
{
    private static int installed;

    /// <summary>Puts the switch between the program and its console; the first call does it.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) != 0)
            return;
        Console.SetOut(new Switch(Console.Out, "stdout"));
        Console.SetError(new Switch(Console.Error, "stderr"));
        Console.SetIn(new Questions(Console.In));
    }

    private sealed class Switch(TextWriter console, string name) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => console.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

        public override void Write(string? value)
        {
            if (CellContext.Sink is { } sink)
                sink.Print(name, value ?? "");
            else
                console.Write(value);
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine() => Write("\n");

        public override void Flush() => console.Flush();
    }

    private sealed class Questions(TextReader console) : TextReader
    {
        public override string? ReadLine() => CellContext.Sink is { } sink ? sink.Ask("") : console.ReadLine();

        public override int Read() => CellContext.Sink is null ? console.Read() : -1;

        public override int Peek() => CellContext.Sink is null ? console.Peek() : -1;
    }
}
