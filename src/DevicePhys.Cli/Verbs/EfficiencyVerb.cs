using System.CommandLine;
using System.Globalization;
using System.Text;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Plotting;
using DevicePhys.Studies.Efficiency;

namespace DevicePhys.Cli.Verbs;

/// <summary>efficiency: the energy of a synaptic event from processor to brain, published beside computed.</summary>
internal static class EfficiencyVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/efficiency/1";

    private static readonly string[] Macros = ["6T", "1T-1C", "1T-SRAM-M", "1T-SRAM-Q"], Synapses = ["SkyrmionSynapse.Song2020", "ExponentialSynapse.AgSi", "StanfordPku.V1"];

    // Energies are means that a few dozen pulses give; no population is needed for them.
    private static readonly CharacterizationOptions Draws = new() { Draws = 64, Population = 0, Bins = 9 };

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var power = new Option<string?>("--power") { Description = "The assumed power of one busy core of this processor; by default 10 W.", HelpName = "quantity" };
        var (output, force) = (CommonOptions.CreateOutput("efficiency"), CommonOptions.CreateForce());
        return new Verb("efficiency", "Compare the energy of a synaptic event on a processor, on neuromorphic chips, in our cells and in the brain.", Run) { power, output, force };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var watts = QuantityOption.Value(parse, power, "W") ?? EfficiencyStudy.AssumedPower;
            using var folder = RunFolder.Open("efficiency", parse.GetValue(output), parse.GetValue(force));
            var (figures, technologies) = await session.TrackAsync(progress => Task.Run(() =>
            {
                progress.Report(new WorkProgress("cells and processor", 0));
                var tables = Macros.Select(name => CellCharacterization.Run(name, CellCharacterization.Cells[name], new() { Temperatures = [300.15] }, session.Cancellation)).ToList();
                var devices = Synapses.Select(name => DeviceCatalog.Default.Card(name)).Select(card => (card, Characterization.Run(card, Draws, null, session.Cancellation))).ToList();
                return (EfficiencyStudy.Run(watts, tables, devices, session.Cancellation), EfficiencyStudy.Technologies(session.Cancellation));
            }));
            var marks = figures.Select(figure => new EnergyMark(figure.Name, figure.Published, figure.Computed)).ToList();
            if (EnergyPlot.Draw("Energy of a synaptic event, from processor to brain", "Energy", marks).Write(folder.PathOf("efficiency"), session.Pictures) is { } warning)
                session.Warn(warning);
            WholeFile.Write(folder.PathOf("efficiency.csv"), stream => stream.Write(Encoding.UTF8.GetBytes(Csv([.. figures, .. technologies]))));
            var document = JsonText.Document(Schema, new
            {
                AssumedPower = watts, Figures = figures, Technologies = technologies,
                PrintedRatios = EfficiencyStudy.PrintedRatios.Select(ratio => new { ratio.Name, ratio.Printed, FromEvents = double.IsNaN(ratio.FromEvents) ? (double?)null : ratio.FromEvents }),
            });
            folder.Write("efficiency.json", document);
            var path = folder.Publish();
            foreach (var figure in figures.Concat(technologies))
            {
                session.Say($"{figure.Name}: published {Text(figure.Published)}{From(figure.Source)}; computed {Text(figure.Computed)}{From(figure.Inputs)}"
                    + (figure.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"; ratio {ratio:G3}") : ""));
            }

            foreach (var ratio in EfficiencyStudy.PrintedRatios)
            {
                session.Say(string.Create(CultureInfo.InvariantCulture, $"as printed in the article: {ratio.Name} {ratio.Printed:0.##}")
                    + (double.IsNaN(ratio.FromEvents) ? "" : string.Create(CultureInfo.InvariantCulture, $", against {ratio.FromEvents:0.##} from its event energies: they do not agree")));
            }

            session.Say($"written to {path}");
            session.Say(document);
            return ExitCode.Ok;
        }
    }

    private static string Csv(IReadOnlyList<EfficiencyFigure> figures)
    {
        var text = new StringBuilder("machine,published [J],source,computed [J],inputs,computed over published\n");
        foreach (var figure in figures)
            text.Append(CultureInfo.InvariantCulture, $"\"{figure.Name}\",{figure.Published:G4},\"{figure.Source}\",{figure.Computed:G4},\"{figure.Inputs}\",{figure.Ratio:G3}\n");
        return text.ToString();
    }

    private static string Text(double? energy) => energy is { } value ? SiText.Of(value, "J") : "none";

    private static string From(string source) => source.Length == 0 ? "" : $" ({source})";
}
