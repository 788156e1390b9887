using System.ComponentModel;
using System.Diagnostics;
using DevicePhys.Circuits.Export;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Circuits.Export;

public sealed class VerilogModelTests
{
    public static TheoryData<string> Cards => [.. DeviceCatalog.Default.Cards.Select(card => card.Id)];

    private static string Module(string id)
    {
        using var writer = new StringWriter();
        VerilogModel.Write(DeviceCatalog.Default.Card(id), DeviceCatalog.Default, writer);
        return writer.ToString();
    }

    [Theory] // The text is read back by a parser that knows the language, not the model, and its numbers are those of the plain reading.
    [MemberData(nameof(Cards))]
    public void A_module_says_what_the_model_says(string id)
    {
        var card = DeviceCatalog.Default.Card(id);
        var text = new VerilogText(Module(id));
        var given = DeviceCatalog.Default.CreateModel<Real>(card);
        var model = PortView<Real>.Of(given);
        var (ports, states) = (model.Terminals.Count - 1, model.States.Count);
        Assert.Equal((ports + 1, ports + 1 + states), (text.Ports.Count, text.Nodes.Count));
        Assert.All(text.Parameters.Where(p => card.Parameters.Any(known => known.Name == p.Key)), p => Assert.Equal(card.Parameter(p.Key).Unit, p.Value.Unit));
        var random = new RandomStream(7, "Verilog-A points", 0);
        Real[] voltages = new Real[ports], state = new Real[states], currents = new Real[ports], charges = new Real[ports], rates = new Real[states];
        for (var point = 0; point < 20; point++)
        {
            var potentials = new Dictionary<string, double> { [text.Ports[^1]] = 0 };
            for (var i = 0; i < ports; i++)
                voltages[i] = potentials[text.Ports[i]] = 0.3 * ((2 * random.NextDouble()) - 1);
            for (var i = 0; i < states; i++)
            {
                var known = model.States[i];
                var within = known.Lower + (random.NextDouble() * (known.Upper - known.Lower));
                state[i] = potentials[text.Nodes[ports + 1 + i]] = double.IsFinite(within) ? within : known.Initial;
            }

            model.Evaluate(voltages, state, currents, charges, rates);
            var flows = text.Compute(potentials);
            for (var i = 0; i < ports; i++)
            {
                var branch = $"({text.Ports[i]},{text.Ports[^1]})";
                Same(currents[i].Value, flows.GetValueOrDefault("I" + branch));
                Same(charges[i].Value, flows.GetValueOrDefault("Q" + branch));
            }

            for (var i = 0; i < states; i++)
            {
                var node = text.Nodes[ports + 1 + i];
                var algebraic = model.States[i].Kind == StateKind.Algebraic;
                Same(rates[i].Value, algebraic ? flows[$"I({node})"] : flows[$"I({node})"] / -1e-9);
                Assert.Equal(algebraic ? 0 : 1e-9 * state[i].Value, flows.GetValueOrDefault($"Q({node})"), 1e-20);
            }

            for (var i = 0; given is IReadable<Real> readable && i < readable.Readouts.Count; i++)
                Same(readable.Read(i, state).Value, flows[text.Variables.Keys.Where(name => name.StartsWith("r_", StringComparison.Ordinal)).ElementAt(i)]);
        }

        static void Same(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Abs(expected));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_state_begins_at_a_parameter_of_the_module(string id)
    {
        var text = new VerilogText(Module(id));
        foreach (var state in PortView<Real>.Of(DeviceCatalog.Default.CreateModel<Real>(DeviceCatalog.Default.Card(id))).States.Where(s => s.Kind != StateKind.Algebraic))
            Assert.Contains(text.Parameters, p => p.Key.StartsWith("initial_", StringComparison.Ordinal) && p.Value.Value == state.Initial && p.Value.Unit == state.Unit);
    }

    [Fact]
    public void The_reader_of_these_tests_refuses_what_is_wrong()
    {
        var right = Module("Vteam.MemTorch");
        _ = new VerilogText(right);
        foreach (var (from, to) in new[] { ("real t_1, ", "real "), ("ROff", "ROf"), ("endmodule", ""), ("<+", "="), ("V(a, b)", "V(a, c)"), ("0.0:", "0.0,"), ("sqrt(", "sqrr(") })
        {
            var wrong = right.Replace(from, to, StringComparison.Ordinal);
            if (from == "ROff")
                wrong = right[..right.IndexOf("analog", StringComparison.Ordinal)] + right[right.IndexOf("analog", StringComparison.Ordinal)..].Replace(from, to, StringComparison.Ordinal);
            if (wrong != right)
                Assert.Throws<FormatException>(() => new VerilogText(wrong));
        }
    }

    [Fact] // ADMS, the compiler of compact models behind several SPICE programs; it names what is not declared.
    public void Adms_reads_every_module()
    {
        var folder = Directory.CreateTempSubdirectory("devicephys-adms-");
        try
        {
            foreach (var card in DeviceCatalog.Default.Cards)
            {
                File.WriteAllText(Path.Combine(folder.FullName, "module.va"), Module(card.Id));
                var (code, words) = Adms(folder.FullName);
                Assert.True(code == 0 && !words.Contains("[error", StringComparison.Ordinal), $"{card.Id}: {words}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Code, string Words) Adms(string folder)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("admsXml", "module.va") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception)
        {
            Assert.Skip("there is no admsXml here (Debian package adms): no other program has read the Verilog-A text");
            return default;
        }
    }
}
