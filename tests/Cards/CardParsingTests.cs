using DevicePhys.Cards;
using DevicePhys.Errors;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class CardParsingTests
{
    [Fact]
    public void Everything_in_a_card_is_read()
    {
        var card = Card.Parse(TestCards.Json, TestCards.File);
        Assert.Equal(("SoftSwitch", "Example", "SoftSwitch.Example"), (card.Model, card.Name, card.Id));
        Assert.Equal("A switch for the tests of cards", card.Title);
        Assert.StartsWith("None", card.Reference, StringComparison.Ordinal);
        Assert.Equal(["ROn", "ROff", "Barrier", "Density", "Gain", "Start"], card.Parameters.Select(parameter => parameter.Name));

        var off = card.Parameter("ROff");
        Assert.Equal((2e6, "Ohm", "2 MOhm", "invented", ParameterStatus.Quoted), (off.Value, off.Unit, off.Text, off.Source, off.Status));
        Assert.Equal((1e5, 1e9, true), (off.Lower, off.Upper, off.HasBounds));
        Assert.Equal(new Spread(Distribution.LogNormal, 0.2, "filament", 0.8), off.Spread(SpreadOrigin.DeviceToDevice));
        Assert.Equal(new Spread(Distribution.Normal, 0.05), off.Spread(SpreadOrigin.CycleToCycle));
        Assert.Null(off.Note);

        var density = card.Parameter("Density");
        Assert.Equal((3e10, "A/m^2", ParameterStatus.Fitted, false), (density.Value, density.Unit, density.Status, density.HasBounds));
        Assert.Null(density.D2D);
        Assert.Equal("wide on purpose, so that the bounds matter", card.Parameter("Barrier").Note);
        Assert.Equal(0.9, card.Value("Start"));
        Assert.Equal(1.602176634e-20, card.Value("Barrier", "J"), 1e-35);
    }

    [Fact]
    public void The_pulses_of_a_card_are_read()
    {
        var pulses = Card.Parse(TestCards.Json, TestCards.File).Pulses;
        Assert.Equal(new Pulse(1.2, 10e-9, 1e-9, 1e-6), pulses.Potentiation);
        Assert.Equal(new Pulse(-1, 20e-9, 1e-9, 1e-6), pulses.Depression);
        Assert.Equal((50, 100e-15, 0.1, 50e6), (pulses.DriverResistance, pulses.LineCapacitance, pulses.ReadVoltage, pulses.ReadBandwidth));
        Assert.Equal(("invented", ParameterStatus.Reconstructed), (pulses.Source, pulses.Status));
    }

    [Fact]
    public void A_card_without_pulses_says_so_when_asked_for_them()
    {
        var card = Card.Parse(TestCards.With("pulses", null), TestCards.File);
        Assert.False(card.HasPulses);
        var exception = Assert.Throws<CardException>(() => card.Pulses);
        Assert.Equal("SoftSwitch/Example: 'pulses' is missing, expected the pulses that write and read the device.", exception.Message);
    }

    [Theory]
    [InlineData("model", null, "'model' is missing.")]
    [InlineData("title", null, "'title' is missing.")]
    [InlineData("title", "\" \"", "'title' is empty, expected a text.")]
    [InlineData("reference", "7", "'reference' is a number, expected a text.")]
    [InlineData("name", "\"a/b\"", "'name' is 'a/b', expected at most 64 letters and digits.")]
    [InlineData("parameters", null, "'parameters' is missing.")]
    [InlineData("parameters", "[]", "parameters: found a list, expected an object in braces.")]
    [InlineData("parametres", "{}", "unknown key 'parametres', did you mean 'parameters', expected model, name, title, reference, parameters, pulses, uncertainty, population.")]
    [InlineData("parameters/R On", "{}", "parameters: 'R On' is not a name, expected a letter, then letters, digits and '_', at most 64.")]
    [InlineData("parameters/ROn", "5", "parameter 'ROn': found a number, expected an object in braces.")]
    [InlineData("parameters/ROn/value", null, "parameter 'ROn': 'value' is missing.")]
    [InlineData("parameters/ROn/value", "null", "parameter 'ROn': 'value' is null, expected a number or a text such as '10 kOhm'.")]
    [InlineData("parameters/ROn/value", "\"NaN\"", "parameter 'ROn': 'value': 'NaN' is not a number with a unit, such as '10 kOhm'.")]
    [InlineData("parameters/ROn/value", "1e999", "parameter 'ROn': 'value': '1e999' does not fit a double, expected a finite number.")]
    [InlineData("parameters/ROn/value", "\"10 kOms\"", "parameter 'ROn': 'value': '10 kOms': 'kOms' is not a known unit, expected SI units such as 'kOhm' or 'A/m^2'.")]
    [InlineData("parameters/ROn/value", "\"10 mV\"", "parameter 'ROn': 'bounds': '1 kOhm' should be in 'V'.")]
    [InlineData("parameters/ROn/value", "\"1 Ohm\"", "parameter 'ROn': '1 Ohm' should be within its bounds, '1000 Ohm' to '100000 Ohm'.")]
    [InlineData("parameters/ROn/source", null, "parameter 'ROn': 'source' is missing.")]
    [InlineData("parameters/ROn/source", "\"\"", "parameter 'ROn': 'source' is empty, expected a text.")]
    [InlineData("parameters/ROn/status", null, "parameter 'ROn': 'status' is missing.")]
    [InlineData("parameters/ROn/status", "\"guessed\"", "parameter 'ROn': 'status' is 'guessed', expected quoted, derived, fitted, reconstructed.")]
    [InlineData("parameters/ROn/sorce", "\"x\"", "parameter 'ROn': unknown key 'sorce', did you mean 'source', expected value, source, status, bounds, d2d, c2c, note.")]
    [InlineData("parameters/ROn/bounds", "[\"1 kOhm\"]", "parameter 'ROn': 'bounds' should be two quantities in brackets, the smaller one first.")]
    [InlineData("parameters/ROn/bounds", "[\"20 kOhm\", \"1 kOhm\"]", "parameter 'ROn': the bounds '20000 Ohm' and '1000 Ohm' should be in ascending order.")]
    [InlineData("parameters/ROn/bounds", "[1, 2]", "parameter 'ROn': 'bounds': '1' should be in 'Ohm'.")]
    [InlineData("parameters/ROn/d2d/distribution", "\"cauchy\"", "parameter 'ROn': d2d: 'distribution' is 'cauchy', expected normal, lognormal, truncated.")]
    [InlineData("parameters/ROn/d2d/sigma", "-0.1", "parameter 'ROn': the sigma of its d2d should be a finite number of at least 0.")]
    [InlineData("parameters/ROn/d2d/sigma", "\"1 V\"", "parameter 'ROn': d2d: 'sigma': '1 V' should be a number without unit.")]
    [InlineData("parameters/ROn/d2d/correlation", "1", "parameter 'ROn': d2d: 'correlation' needs a 'group'.")]
    [InlineData("parameters/ROff/d2d/correlation", "1.1", "parameter 'ROff': the correlation of its d2d should be between -1 and 1.")]
    [InlineData("parameters/ROn/d2d/sigma", "5", "parameter 'ROn': its d2d leaves the bounds in 65 % of the draws; expected a smaller sigma, wider bounds or the distribution 'truncated'.")]
    [InlineData("parameters/Barrier/bounds", null, "parameter 'Barrier': its d2d is truncated, which needs 'bounds'.")]
    [InlineData("parameters/Gain/value", "0", "parameter 'Gain': its c2c is relative and the value is 0, so it would do nothing; expected another value or no c2c.")]
    [InlineData("pulses/driver", "\"50 V\"", "pulses: 'driver': '50 V' should be in 'Ohm'.")]
    [InlineData("pulses/driver", "\"-50 Ohm\"", "pulses: the driver resistance should be finite and at least 0.")]
    [InlineData("pulses/read", "\"0 V\"", "pulses: the read voltage should be finite and not 0.")]
    [InlineData("pulses/bandwidth", "\"0 Hz\"", "pulses: the read bandwidth should be finite and above 0.")]
    [InlineData("pulses/source", null, "pulses: 'source' is missing.")]
    [InlineData("pulses/potentiation/width", null, "pulses: potentiation: 'width' is missing.")]
    [InlineData("pulses/potentiation/width", "\"0 s\"", "pulses: potentiation: the width should be a finite time above 0.")]
    [InlineData("pulses/depression/edge", "\"1 us\"", "pulses: depression: the period should be finite and at least the width and both edges.")]
    [InlineData("pulses/depression/amplitude", "\"0 V\"", "pulses: depression: the amplitude should be a finite voltage other than 0.")]
    public void A_wrong_card_is_refused_with_one_sentence_that_names_the_place(string path, string? json, string message)
    {
        var exception = Assert.Throws<CardException>(() => Card.Parse(TestCards.With(path, json), "my.card.json"));
        Assert.Equal($"my.card.json: {message}", exception.Message);
    }

    [Fact]
    public void A_parameter_given_twice_is_refused()
    {
        var json = TestCards.Json.Replace("\"Gain\":", "\"ROn\":", StringComparison.Ordinal);
        var exception = Assert.Throws<CardException>(() => Card.Parse(json, "my.card.json"));
        Assert.Equal("my.card.json: parameters: the key 'ROn' is given twice, expected once.", exception.Message);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n\"model\": \"A\",\n}", 3)]
    [InlineData("{ \"model\": NaN }", 1)]
    [InlineData("{ // remark\n}", 1)]
    [InlineData("{} {}", 1)]
    public void Broken_JSON_is_refused_with_its_line(string json, int line)
    {
        var exception = Assert.Throws<CardException>(() => Card.Parse(json, "my.card.json"));
        Assert.Equal($"my.card.json: line {line}: the JSON is broken, expected one object of at most 8 levels.", exception.Message);
    }

    [Theory]
    [InlineData('[', 9)]
    [InlineData('[', 900_000)]
    public void Deep_nesting_is_refused(char bracket, int depth)
    {
        var json = $"{{\"model\": {new string(bracket, depth)}";
        var exception = Assert.Throws<CardException>(() => Card.Parse(json, "my.card.json"));
        Assert.Contains("at most 8 levels", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Half_a_surrogate_pair_is_refused(bool escaped)
    {
        // Made here because attributes are stored as UTF-8, which has no half pairs.
        var text = escaped ? "\\ud800" : ((char)0xD800).ToString();
        var json = TestCards.Json.Replace("invented", text, StringComparison.Ordinal);
        Assert.Contains("valid Unicode", Assert.Throws<CardException>(() => Card.Parse(json, "my.card.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_with_line_breaks_is_shortened_to_one_line()
    {
        var json = TestCards.With("parameters/ROn/value", $"\"{string.Concat(Enumerable.Repeat("a\\n", 1000))}\"");
        var message = Assert.Throws<CardException>(() => Card.Parse(json, "my.card.json")).Message;
        Assert.DoesNotContain('\n', message);
        Assert.InRange(message.Length, 50, 200);
    }
}
