using DevicePhys.Validation;
using Xunit;

namespace DevicePhys.Tests.Validation;

public sealed class CheckTests
{
    [Fact]
    public void A_tolerance_decides()
    {
        Assert.True(Check.Relative("", 100, "V", 0.01, 100.9).Passes);
        Assert.False(Check.Relative("", -100, "V", 0.01, -101.1).Passes);
        Assert.True(Check.Absolute("", 0, "A", 1e-12, -1e-12).Passes);
        Assert.False(Check.Between("", 1, 2, "", 2.1).Passes);
        Assert.True(Check.AtLeast("", 1, "", 1).Passes);
        Assert.False(Check.AtMost("", 1, "", 1.01).Passes);
        Assert.False(Check.AtMost("", 1, "", double.NaN).Passes);
        Assert.Null(Check.Unmeasured("", 1, "", "needs data").Passes);
    }

    [Fact]
    public void Only_a_gate_fails_a_run()
    {
        var check = Check.Relative("", 1, "V", 0.01, 2);
        Assert.True(Row(check).Fails);
        Assert.Equal("FAIL", Row(check).Verdict);
        var reported = Row(check.Reported("read off a figure"));
        Assert.False(reported.Fails);
        Assert.Equal(("outside", "read off a figure"), (reported.Verdict, reported.Note));
        Assert.False(Row(Check.Unmeasured("", 1, "", "needs data")).Fails);
        Assert.True(new ValidationRow("V00", "Tests", "a claim", "a source", null, "it threw").Fails);
    }

    [Fact]
    public void A_measurement_that_throws_becomes_a_row_that_fails()
    {
        var row = Assert.Single(ValidationSet.Run([new Throwing()], new ValidationRun()));
        Assert.True(row.Fails);
        Assert.Equal("InvalidOperationException: out of ideas", row.Note);
    }

    // A claim about every card has more rows than the alphabet letters; each must be found by its claim and by its own name.
    [Fact]
    public void Rows_beyond_z_have_two_letters_and_are_found()
    {
        var rows = ValidationSet.Run([new Many()], new ValidationRun());
        Assert.Equal(60, rows.Count);
        Assert.Equal(["V98a", "V98z", "V98aa", "V98bh"], new[] { 0, 25, 26, 59 }.Select(place => rows[place].Id));
        Assert.Equal(60, ValidationSet.Named(rows, ["V98"]).Count);
        Assert.Equal("V98ab", Assert.Single(ValidationSet.Named(rows, ["v98AB"])).Id);
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ValidationSet.Run([new Throwing()], new ValidationRun(null, source.Token)));
    }

    [Theory]
    [InlineData(1.22448979591837e-7, "s", 1e-13, "122.44898 ns")]
    [InlineData(10316.27627555, "Ohm", 1e-5, "10.3162762756 kOhm")]
    [InlineData(-0.25, "V", 0, "−250 mV")]
    [InlineData(0, "A", 1e-12, "0 A")]
    [InlineData(40.29, "kT", 0.04, "40.29 kT")]
    [InlineData(2e15, "1/s", 0, "2e15 1/s")]
    [InlineData(double.NaN, "V", 1, "NaN V")]
    public void Values_have_the_digits_that_matter(double value, string unit, double resolution, string text) =>
        Assert.Equal(text, ValueText.Of(value, unit, resolution));

    private static ValidationRow Row(Check check) => new("V00", "Tests", "a claim", "a source", check);

    private sealed class Many : IValidation
    {
        public string Id => "V98";

        public string Claim => "sixty checks";

        public string Source => "none";

        public bool IsSlow => false;

        public IEnumerable<Check> Run(ValidationRun run) => Enumerable.Range(0, 60).Select(place => Check.AtMost($"{place}", 1, "", 0));
    }

    private sealed class Throwing : IValidation
    {
        public string Id => "V00";

        public string Claim => "a claim";

        public string Source => "a source";

        public IEnumerable<Check> Run(ValidationRun run) => throw new InvalidOperationException("out of ideas");
    }
}
