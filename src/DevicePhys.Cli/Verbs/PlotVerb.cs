using System.CommandLine;
using DevicePhys.Cli.Plots;
using DevicePhys.Plotting;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>plot: a pulse table as pictures.</summary>
internal static class PlotVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/plot/1";

    private const int Traces = 200;

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("table") { Description = "A pulse table, as characterize and mnist write it (.npz)." };
        var output = CommonOptions.CreateOutput("plot");
        var force = CommonOptions.CreateForce();
        var seed = new Option<ulong>("--seed") { Description = "The seed of the single traces.", DefaultValueFactory = _ => 1, HelpName = "number" };
        return new Verb("plot", "Draw a pulse table: conductance against pulses, and steps against conductance, as SVG and PNG.", Run)
        {
            file, output, force, seed,
        };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var table = PulseTableFile.Load(parse.GetRequiredValue(file));
            using var folder = RunFolder.Open("plot", parse.GetValue(output), parse.GetValue(force));
            var card = table.Provenance.Card;
            var sequence = PulseSequence.Draw(table, Traces, new RandomStream(parse.GetValue(seed), "plot traces"));
            session.Cancellation.ThrowIfCancellationRequested();
            var warnings = new[]
            {
                ConductanceCurve.Draw($"{card}: potentiation, then depression", AxisQuantity.Conductance, sequence.Traces, sequence.PotentiationPulses)
                    .Write(folder.PathOf("conductance"), session.Pictures),
                StepMap.Draw($"{card}: step per pulse", table).Write(folder.PathOf("steps"), session.Pictures),
            };
            if (warnings.OfType<string>().FirstOrDefault() is { } warning)
            {
                session.Warn(warning);
            }

            var record = JsonText.Document(Schema, new { Card = card, table.Provenance.CardHash, TableHash = PulseTableFile.Hash(table), Seed = parse.GetValue(seed) });
            folder.Publish(record);
            foreach (var file in record["files"]!.AsArray())
            {
                session.Say(file!.GetValue<string>());
            }

            session.Say(record);
            return Task.FromResult(ExitCode.Ok);
        }
    }
}
