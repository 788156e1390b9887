using System.Globalization;
using CsCheck;
using DevicePhys.Cards;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class QuantityTests
{
    private static readonly (string Symbol, int Power)[] Prefixes =
        [("f", -15), ("p", -12), ("n", -9), ("u", -6), ("m", -3), ("k", 3), ("M", 6), ("G", 9)];

    // Origin of the factors: the SI brochure, 9th edition (2019): prefixes, exact value of e for the electronvolt, minutes and hours.
    // The year is the Julian one of the IAU (365.25 days).
    [Theory]
    [InlineData("10 kOhm", 1e4, "Ohm")]
    [InlineData("3 ns", 3e-9, "s")]
    [InlineData("1.5e-3 mV", 1.5e-6, "V")]
    [InlineData("-1 V", -1, "V")]
    [InlineData("+.5 V", 0.5, "V")]
    [InlineData("5V", 5, "V")]
    [InlineData("1 eV", 1.602176634e-19, "J")]
    [InlineData("100 meV", 1.602176634e-20, "J")]
    [InlineData("1eV", 1.602176634e-19, "J")]
    [InlineData("1 EHz", 1e18, "Hz")]
    [InlineData("3e6 A/cm^2", 3e10, "A/m^2")]
    [InlineData("25 cm^2/(V s)", 25e-4, "m^2/(V s)")]
    [InlineData("25 cm^2/V/s", 25e-4, "m^2/V/s")]
    [InlineData("4 nV/Hz^0.5", 4e-9, "V/Hz^0.5")]
    [InlineData("9 nm^0.5", 9 * 3.1622776601683795e-5, "m^0.5")]
    [InlineData("2 1/ns", 2e9, "1/s")]
    [InlineData("2 ns^-1", 2e9, "s^-1")]
    [InlineData("7 mJ/m^2", 7e-3, "J/m^2")]
    [InlineData("0.3 pJ/m", 0.3e-12, "J/m")]
    [InlineData("6e4 K/W", 6e4, "K/W")]
    [InlineData("500 uS", 500e-6, "S")]
    [InlineData("500 \u00B5S", 500e-6, "S")]
    [InlineData("500 \u03BCS", 500e-6, "S")]
    [InlineData("1 M\u03A9", 1e6, "Ohm")]
    [InlineData("1 M\u2126", 1e6, "Ohm")]
    [InlineData("2 mg", 2e-6, "kg")]
    [InlineData("2 kg", 2, "kg")]
    [InlineData("5 %", 0.05, "")]
    [InlineData("35%", 0.35, "")]
    [InlineData("0.5", 0.5, "")]
    [InlineData("1 min", 60, "s")]
    [InlineData("10 year", 315576000, "s")]
    [InlineData("2 Ang", 2e-10, "m")]
    [InlineData("180 deg", Math.PI, "rad")]
    [InlineData("1 kg m^2/s^2", 1, "kg m^2/s^2")]
    [InlineData("1 N*m", 1, "N m")]
    [InlineData("1 fF \u00B7 V", 1e-15, "F V")]
    [InlineData("40 kT", 40e3, "T")] // Kilotesla: an energy in units of the thermal one is a pure number.
    [InlineData("0 V", 0, "V")]
    [InlineData("1e300 kV", 1e303, "V")]
    public void A_quantity_is_read_in_SI(string text, double value, string unit)
    {
        var quantity = Quantity.Parse(text);
        Assert.Equal(unit, quantity.Unit);
        Assert.Equal(value, quantity.Value, Math.Abs(value) * 4e-16);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ohm")]
    [InlineData("NaN")]
    [InlineData("NaN V")]
    [InlineData("Infinity V")]
    [InlineData("1e999 V")]
    [InlineData("1e-999 V")]
    [InlineData("1e99999999999999999999 V")]
    [InlineData("1e308 kV")]
    [InlineData("1 kelvin")]
    [InlineData("1 V/")]
    [InlineData("1 /s")]
    [InlineData("1 (V")]
    [InlineData("1 V)")]
    [InlineData("1 m^2/V s")]
    [InlineData("1 m^")]
    [InlineData("1 m^0")]
    [InlineData("1 m^10")]
    [InlineData("1 m^0.25")]
    [InlineData("1 (m^0.5)^0.5")]
    [InlineData("1,5 V")]
    [InlineData("1 000 V")]
    [InlineData("1 V\n")]
    [InlineData("0x10 V")]
    [InlineData("1.V")]
    public void What_is_no_quantity_is_refused_with_its_text(string text)
    {
        var exception = Assert.Throws<FormatException>(() => Quantity.Parse(text));
        Assert.StartsWith($"'{text.Replace('\n', ' ')}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_prefix_costs_no_rounding() =>
        Gen.Select(Gen.Int[1, 99999], Gen.Int[-5, 5], Gen.Int[0, Prefixes.Length - 1]).Sample((mantissa, exponent, prefix) =>
        {
            var (symbol, power) = Prefixes[prefix];
            var expected = double.Parse($"{mantissa}e{exponent + power}", CultureInfo.InvariantCulture);
            return Quantity.Parse($"{mantissa}e{exponent} {symbol}V").Value == expected;
        });

    [Fact]
    public void A_formatted_value_is_read_back_to_the_bit() =>
        Gen.Double.Where(double.IsFinite).Sample(value => Quantity.Parse(Quantity.Format(value, "A/m^2")) == new Quantity(value, "A/m^2"));

    [Fact]
    public void Any_text_gives_a_finite_quantity_or_a_format_exception() =>
        Gen.String[Gen.Char["0123456789.eE+-()/*^ %1kmunVAOhsJ\u00B5\u03A9\uD800"], 0, 30].Sample(text =>
        {
            try
            {
                var quantity = Quantity.Parse(text);
                return double.IsFinite(quantity.Value) && quantity.IsIn(quantity.Unit);
            }
            catch (FormatException)
            {
                return true;
            }
        });

    [Theory]
    [InlineData("1 V/A", "Ohm", true)]
    [InlineData("1 1/s", "Hz", true)]
    [InlineData("1 N m", "J", true)]
    [InlineData("1 S", "1/Ohm", true)]
    [InlineData("1 C/V", "F", true)]
    [InlineData("1 Wb/A", "H", true)]
    [InlineData("1 T m^2", "Wb", true)]
    [InlineData("1 Pa m^3", "J", true)]
    [InlineData("1 W s", "J", true)]
    [InlineData("1 rad", "", true)]
    [InlineData("1", "", true)]
    [InlineData("1 mol/m^3", "1/m^3", false)]
    [InlineData("10 mV", "Ohm", false)]
    [InlineData("1", "V", false)]
    [InlineData("1 V", "", false)]
    public void Units_are_compared_by_what_they_measure(string text, string unit, bool same) =>
        Assert.Equal(same, Quantity.Parse(text).IsIn(unit));

    [Theory]
    [InlineData("kOhm", "Values are SI inside: ask in 'Ohm', not in 'kOhm'.")]
    [InlineData("eV", "Values are SI inside: ask in 'J', not in 'eV'.")]
    [InlineData("Volt", "'Volt' is not a known unit.")]
    public void Only_SI_units_can_be_asked_for(string unit, string message)
    {
        var exception = Assert.Throws<ArgumentException>(() => Quantity.Parse("1 V").IsIn(unit));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }
}
