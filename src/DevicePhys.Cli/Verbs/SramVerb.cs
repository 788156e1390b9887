using System.CommandLine;
using System.Globalization;
using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Studies.Memory;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>sram: what is claimed for one-transistor SRAM, beside what follows from the cells.</summary>
internal static class SramVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/sram/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var temperature = TemperatureOption.Create("The temperature of the memory.", "27C");
        var target = new Option<double>("--error-target") { Description = "The probability with which a bit may be lost between two refreshes.", DefaultValueFactory = _ => 1e-6, HelpName = "number" };
        var (output, force) = (CommonOptions.CreateOutput("sram"), CommonOptions.CreateForce());
        return new Verb("sram", "Compare the claims made for one-transistor SRAM with memories built up from the cell, and write the cell tables.", Run) { temperature, target, output, force };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var kelvin = TemperatureOption.Value(parse, temperature)!.Value;
            var share = parse.GetValue(target);
            if (!(share > 0 && share < 1))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--error-target: {share} should lie between 0 and 1."));
            using var folder = RunFolder.Open("sram", parse.GetValue(output), parse.GetValue(force));
            var options = new CellCharacterizationOptions { Temperatures = [kelvin] };
            var tables = new Dictionary<string, CellTable>();
            await session.TrackAsync(progress => Task.Run(() =>
            {
                foreach (var (name, cell) in CellCharacterization.Cells)
                {
                    progress.Report(new WorkProgress(name, (double)tables.Count / CellCharacterization.Cells.Count));
                    if (Table(name, cell, options, session) is { } table)
                        tables.Add(name, table);
                }

                return tables.Count;
            }));
            var claims = MemoryStudy.Claims(tables, kelvin, share);
            foreach (var table in tables.Values)
                CellTableFile.Save(table, folder.PathOf($"{table.Cell}.npz"));
            var record = JsonText.Document(Schema, new
            {
                Temperature = kelvin, ErrorTarget = share, Claims = claims, Cells = tables.Values.Select(table => new { table.Cell, Zero = table.Zero[0], One = table.One[0] }),
            });
            var path = folder.Publish(record);
            foreach (var claim in claims)
                session.Say($"{claim.Name}: {SiText.Of(claim.Computed, claim.Unit)}; article: {claim.Published}{Deviation(claim)}\n  from {claim.Inputs}");
            session.Say($"cell tables written to {path}");
            session.Say(record);
            return ExitCode.Ok;
        }
    }

    // No claim rests on the bistable cell's table, and its well holds two states in a small range of temperatures only.
    private static CellTable? Table(string name, IBitCell cell, CellCharacterizationOptions options, Session session)
    {
        try
        {
            return CellCharacterization.Run(name, cell, options, session.Cancellation);
        }
        catch (ArgumentException exception) when (cell is FloatingBodyCell)
        {
            session.Warn($"{exception.Message} Its table is left out.");
            return null;
        }
    }

    private static string Deviation(MemoryClaim claim) => claim.Deviation is { } deviation
        ? string.Create(CultureInfo.InvariantCulture, $", deviation {100 * deviation:+0.0;-0.0;0.0} %")
        : "";
}
