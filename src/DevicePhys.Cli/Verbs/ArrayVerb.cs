using System.CommandLine;
using System.Globalization;
using DevicePhys.Arrays.Wires;
using DevicePhys.Cli.Arrays;
using DevicePhys.Plotting;
using DevicePhys.Tables;

namespace DevicePhys.Cli.Verbs;

/// <summary>array: the currents of a crossbar with given conductances and wires.</summary>
internal static class ArrayVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/array/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("conductances") { Description = "Conductances [S], a row for each word line: CSV, or .npz (array 'conductance')." };
        var voltages = new Option<string?>("--voltages") { Description = "Inputs [V], a row of one voltage per word line for each: CSV or .npz (array 'voltage').", HelpName = "file" };
        var read = Ohms("--read", 0.1, "The voltage on all word lines when no inputs are given [V].");
        var wire = Ohms("--wire", 1, "Resistance of word and bit lines from cell to cell [Ohm].");
        var bit = new Option<double?>("--bit-wire") { Description = "The same of bit lines alone [Ohm].", HelpName = "number" };
        var driver = Ohms("--driver", 0, "Output resistance of the drivers [Ohm].");
        var sense = Ohms("--sense", 0, "Input resistance of the sense amplifiers [Ohm].");
        var driven = Ends("--driven-at", LineEnds.First, "Driven ends of the word lines: first, last or both.");
        var sensed = Ends("--sensed-at", LineEnds.Last, "Sensed ends of the bit lines: first, last or both.");
        var output = new Option<string?>("--output", "-o") { Description = "Write 'conductance' [S], 'current' [A] and 'effective' [S], the matrix seen from outside.", HelpName = "file.npz" };
        var map = new Option<string?>("--map") { Description = "Draw what the wires take from each cell, as SVG and PNG.", HelpName = "name" };
        return new Verb("array", "Solve a crossbar with the resistance of its wires, exactly.", Run)
        {
            file, voltages, read, wire, bit, driver, sense, driven, sensed, output, map,
        };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var cells = MatrixFile.Load(parse.GetRequiredValue(file), "conductance");
            var segment = parse.GetValue(wire);
            var settings = new WireSettings(
                segment, parse.GetValue(bit) ?? segment, parse.GetValue(driver), parse.GetValue(sense), parse.GetValue(driven), parse.GetValue(sensed));
            var inputs = parse.GetValue(voltages) is { } path
                ? MatrixFile.Load(path, "voltage")
                : new MatrixFile([.. Enumerable.Repeat(parse.GetValue(read), cells.Rows)], 1, cells.Rows);
            if (inputs.Columns != cells.Rows)
            {
                throw new ArgumentException($"--voltages: a row has {inputs.Columns} voltages, expected one for each of the {cells.Rows} word lines.");
            }

            var (currents, ideal) = (new double[inputs.Rows * cells.Columns], new double[inputs.Rows * cells.Columns]);
            var wired = new WiredCrossbar(cells.Values, cells.Rows, cells.Columns, settings);
            var solution = wired.Solve(inputs.Values, inputs.Rows, currents);
            new WiredCrossbar(cells.Values, cells.Rows, cells.Columns, new WireSettings(0, 0)).Solve(inputs.Values, inputs.Rows, ideal);
            session.Cancellation.ThrowIfCancellationRequested();
            var (to, drawn) = (parse.GetValue(output), parse.GetValue(map));
            var effective = new double[to is null && drawn is null ? 0 : cells.Values.Length];
            if (effective.Length > 0)
                wired.EffectiveMatrix(effective);
            if (drawn is not null && WireLoss.Draw(Title(cells, settings), cells, effective).Write(drawn, session.Pictures) is { } warning)
                session.Warn(warning);
            if (to is not null)
            {
                NpzFile.Save(to, [new("conductance", NpyArray.Of(cells.Values, cells.Rows, cells.Columns)), new("current", NpyArray.Of(currents, inputs.Rows, cells.Columns)), new("effective", NpyArray.Of(effective, cells.Rows, cells.Columns))]);
            }

            Tell(session, cells, inputs, currents, ideal, solution, to);
            return Task.FromResult(ExitCode.Ok);
        }
    }

    private static void Tell(Session session, MatrixFile cells, MatrixFile inputs, double[] currents, double[] ideal, WireSolution solution, string? path)
    {
        var (sum, idealSum) = (currents.Sum(Math.Abs), ideal.Sum(Math.Abs));
        var share = idealSum == 0 ? 1 : sum / idealSum;
        var worst = currents.Zip(ideal, (a, b) => b == 0 ? 0 : Math.Abs(1 - (a / b))).Max();
        session.Say(string.Create(CultureInfo.InvariantCulture, $"""
            {cells.Rows} × {cells.Columns} cells, {inputs.Rows} input(s): {solution.Iterations} iterations, currents right to {solution.RelativeError:0.0e+0} of their sum
              sensed currents {share:0.0000} of those of ideal wires; the worst bit line loses {100 * worst:0.00} %
            """));
        if (path is null)
        {
            for (var k = 0; k < inputs.Rows; k++)
            {
                session.Say(string.Join(',', currents.AsSpan(k * cells.Columns, cells.Columns).ToArray().Select(current => current.ToString("0.######e+0", CultureInfo.InvariantCulture))));
            }
        }
        else
        {
            session.Say($"written to {path}");
        }

        session.Say(JsonText.Document(Schema, new
        {
            cells.Rows, cells.Columns, Inputs = inputs.Rows, solution.Iterations, solution.RelativeError, ShareOfIdeal = share, WorstLoss = worst, File = path,
            Currents = currents.Chunk(cells.Columns), Version = DevicePhysVersion.Current,
        }));
    }

    private static string Title(MatrixFile cells, WireSettings settings) => string.Create(
        CultureInfo.InvariantCulture, $"{cells.Rows} × {cells.Columns} cells, {settings.WordLineSegment} Ω and {settings.BitLineSegment} Ω from cell to cell");

    private static Option<double> Ohms(string name, double value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "number" };

    private static Option<LineEnds> Ends(string name, LineEnds value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "ends" };
}
