using System.CommandLine;
using DevicePhys.Cards;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Export;
using DevicePhys.Devices;

namespace DevicePhys.Cli.Verbs;

/// <summary>export: the model of a card, or a bit cell with what writes and reads it, in the language of another simulator.</summary>
internal static class ExportVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/export/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var what = new Argument<string>("card|cell") { Description = "A card of the library or a .card.json file, or a bit cell such as 6T." }
            .Offer(Suggestions.Cards().Concat(BitCells.All.Select(cell => cell.Name)));
        var format = new Option<string>("--format") { Description = "spice (a subcircuit for ngspice) or verilog-a (a module).", Required = true, HelpName = "format" };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; by default the text is printed.", HelpName = "file" };
        var bench = new Option<bool>("--bench") { Description = "spice only: a whole deck with drivers and a transient analysis, ready for ngspice -b." };
        return new Verb("export", "Write the model of a card as a SPICE subcircuit or a Verilog-A module, or a bit cell as a SPICE deck.", Run) { what, format, output, bench };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var kind = parse.GetRequiredValue(format);
            var cell = BitCells.All.FirstOrDefault(known => known.Name.Equals(parse.GetRequiredValue(what), StringComparison.OrdinalIgnoreCase));
            var device = cell is null ? DeviceCatalog.Default.Card(parse.GetRequiredValue(what)) : null;
            var text = cell is null ? Text(device!, kind, parse.GetValue(bench)) : Deck(cell, kind);
            var path = parse.GetValue(output);
            if (path is null)
            {
                session.Say(text.TrimEnd());
            }
            else
            {
                WholeFile.Write(path, stream =>
                {
                    using var writer = new StreamWriter(stream, leaveOpen: true);
                    writer.Write(text);
                });
                session.Say($"{device?.Id ?? cell!.Name} as {kind}: written to {path}");
            }

            session.Say(JsonText.Document(Schema, new { Card = device?.Id, CardHash = device?.Hash, Cell = cell?.Name, Format = kind, File = path, Text = path is null ? text : null }));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    /// <summary>A cell through a write and a read of either bit, ready for ngspice -b.</summary>
    private static string Deck(IBitCell cell, string format)
    {
        if (format != "spice")
            throw new ArgumentException($"{cell.Name}: a cell is a circuit, expected --format spice instead of '{format}'.");
        using var writer = new StringWriter { NewLine = "\n" };
        var circuit = cell.Build(CellOperation.Write1, CellOperation.Read, CellOperation.Write0, CellOperation.Read);
        new SpiceDeck(circuit.Netlist) { Printed = circuit.Signals }.Write($"{cell.Name}: write 1, read, write 0, read", circuit.Stop, writer, cell.Cycle / 500);
        return writer.ToString();
    }

    private static string Text(Card card, string format, bool bench)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        switch (format)
        {
            case "spice" when bench:
                var circuit = CardBench.Of(card, DeviceCatalog.Default);
                new SpiceDeck(circuit.Netlist) { Printed = circuit.Signals }.Write($"{card.Id}: {card.Title}", circuit.Stop, writer, circuit.LongestStep);
                break;
            case "spice":
                SpiceModel.Write(card, DeviceCatalog.Default, writer);
                break;
            case "verilog-a" when bench:
                throw new ArgumentException("--bench makes a SPICE deck; a Verilog-A module has no drivers, leave it out.");
            case "verilog-a":
                VerilogModel.Write(card, DeviceCatalog.Default, writer);
                break;
            default:
                throw new ArgumentException($"--format '{format}' should be spice or verilog-a.");
        }

        return writer.ToString();
    }
}
