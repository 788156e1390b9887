using System.CommandLine;
using System.Globalization;
using DevicePhys.Cli.Exchange;
using DevicePhys.Tables;
using DevicePhys.Tables.Exchange;

namespace DevicePhys.Cli.Verbs;

/// <summary>lut: pulse tables from and to the formats of other tools.</summary>
internal static class LutVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/lut/1";

    private static readonly string[] Formats = ["crosssim", "neurosim", "aihwkit", "spice", "csv", "hdf5"];

    /// <summary>Makes the verb.</summary>
    public static Command Create() => new("lut", "Import and export pulse tables in the formats of other tools.") { Import(), Export() };

    private static Verb Import()
    {
        var folders = new Argument<string[]>("folders") { Description = "Folders with CrossSim's dG_increasing.txt and dG_decreasing.txt (or .gz), one device each.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output", "-o") { Description = "The table to write; by default NAME.npz of the first folder here.", HelpName = "file.npz" };
        var bins = new Option<int>("--bins") { Description = "Conductance bins.", DefaultValueFactory = _ => 101, HelpName = "number" };
        var levels = new Option<int>("--levels") { Description = "Equally likely levels per bin.", DefaultValueFactory = _ => 50, HelpName = "number" };
        return new Verb("import", "CrossSim dG tables into a pulse table; several folders become the D2D population.", Run) { folders, output, bins, levels };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var from = parse.GetRequiredValue(folders);
            var table = CrossSimTables.Import(from, parse.GetValue(bins), parse.GetValue(levels));
            var path = parse.GetValue(output) ?? $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(from[0]))}.npz";
            PulseTableFile.Save(table, path);
            session.Say(string.Create(CultureInfo.InvariantCulture, $"""
                {table.Provenance.Card}: {table.Bins} bins of {table.Levels} levels, {Math.Max(1, table.Population.Count)} device(s)
                  range          {table.Nominal.GMin * 1e6:0.###} to {table.Nominal.GMax * 1e6:0.###} µS
                  mean steps     {table.MeanStep(Polarity.Potentiation) * 1e9:+0.###;-0.###} and {table.MeanStep(Polarity.Depression) * 1e9:+0.###;-0.###} nS
                  not in the source: pulse amplitude, width, energy and retention
                written to {path}
                """));
            session.Say(JsonText.Document(Schema, new
            {
                Action = "import", table.Provenance.Card, File = path, TableHash = PulseTableFile.Hash(table), table.Bins, table.Levels,
                Population = table.Population.Count, table.Nominal.GMin, table.Nominal.GMax,
                PotentiationStep = table.MeanStep(Polarity.Potentiation), DepressionStep = table.MeanStep(Polarity.Depression),
            }));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    private static Verb Export()
    {
        var file = new Argument<string>("table") { Description = "A pulse table (.npz)." };
        var format = new Option<string>("--format") { Description = "crosssim (a folder per device), neurosim, aihwkit, spice, csv or hdf5 (a file).", Required = true, HelpName = "format" };
        var output = new Option<string>("--output", "-o") { Description = "The folder or file to write.", Required = true, HelpName = "path" };
        return new Verb("export", "A pulse table as CrossSim dG tables, NeuroSim parameters, an aihwkit preset, a SPICE subcircuit, CSV or HDF5.", Run) { file, format, output };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var (table, to, kind) = (PulseTableFile.Load(parse.GetRequiredValue(file)), parse.GetRequiredValue(output), parse.GetRequiredValue(format));
            switch (kind)
            {
                case "crosssim":
                    CrossSimTables.Export(table.Nominal, table.Bins, table.Levels, to);
                    for (var i = 0; i < table.Population.Count; i++)
                    {
                        CrossSimTables.Export(table.Population[i], table.Bins, table.Levels, Path.Combine(to, (i + 1).ToString(CultureInfo.InvariantCulture)));
                    }

                    break;
                case "neurosim":
                    WriteText(to, NeuroSimText.Of(table));
                    break;
                case "aihwkit":
                    WriteText(to, AihwkitPreset.Text(table));
                    break;
                case "spice":
                    WriteText(to, SpiceSubcircuit.Text(table));
                    break;
                case "hdf5":
                    TableHdf5.Save(table, to);
                    break;
                case "csv":
                    TableCsv.Save(table, to);
                    break;
                default:
                    throw new ArgumentException($"--format '{kind}' should be one of {string.Join(", ", Formats)}.");
            }

            session.Say($"{table.Provenance.Card} as {kind}: written to {to}");
            session.Say(JsonText.Document(Schema, new { Action = "export", table.Provenance.Card, Format = kind, File = to }));
            return Task.FromResult(ExitCode.Ok);
        }
    }

    private static void WriteText(string path, string text) => WholeFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write(text);
    });
}
