using System.CommandLine;
using DevicePhys.Cards;
using DevicePhys.Circuits.Export;
using DevicePhys.Devices;

namespace DevicePhys.Cli.Verbs;

/// <summary>export: the model of a card in the language of another simulator.</summary>
internal static class ExportVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/export/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var card = new Argument<string>("card") { Description = "A card of the library or a .card.json file." }.Offer(Suggestions.Cards());
        var format = new Option<string>("--format") { Description = "spice (a subcircuit for ngspice) or verilog-a (a module).", Required = true, HelpName = "format" };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; by default the text is printed.", HelpName = "file" };
        var bench = new Option<bool>("--bench") { Description = "spice only: a whole deck with drivers and a transient analysis, ready for ngspice -b." };
        return new Verb("export", "Write the model of a card as a SPICE subcircuit or a Verilog-A module.", Run) { card, format, output, bench };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var device = DeviceCatalog.Default.Card(parse.GetRequiredValue(card));
            var kind = parse.GetRequiredValue(format);
            var text = Text(device, kind, parse.GetValue(bench));
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
                session.Say($"{device.Id} as {kind}: written to {path}");
            }

            session.Say(JsonText.Document(Schema, new { Card = device.Id, CardHash = device.Hash, Format = kind, File = path, Text = path is null ? text : null }));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    private static string Text(Card card, string format, bool bench)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        switch (format)
        {
            case "spice" when bench:
                var circuit = CardBench.Of(card, DeviceCatalog.Default);
                new SpiceDeck(circuit.Netlist).Write($"{card.Id}: {card.Title}", circuit.Stop, writer, circuit.LongestStep);
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
