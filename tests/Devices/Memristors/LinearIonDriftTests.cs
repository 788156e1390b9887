using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class LinearIonDriftTests
{
    // Without a window the window factor is 1 inside to 1e-19: 0.8^200 at x = 0.1.
    private const double NoWindow = 100;

    // dx/dt = Drift i f, with MuV ROn/D² = 1e-14 * 100/1e-16.
    private const double Drift = 1e4;

    [Fact] // V01. Strukov et al. 2008: R² falls linearly with flux. 1 V sin(2π 1 Hz), half a period, from x = 0.1: 14410 to 10316.27627555 Ohm.
    public void Resistance_squared_falls_linearly_with_flux()
    {
        var card = Memristor.Card("LinearIonDrift.Joglekar", ("P", NoWindow));
        var x = Memristor.After(card, new Sine(0, 1, 1), 0.1, 0.5, 1e-9);
        var flux = 1 / Math.PI;
        var expected = Math.Sqrt(14410.0 * 14410 - 2 * 15900 * Drift * flux);
        Assert.Equal(10316.27627555, expected, 1e-8);
        Assert.Equal(expected, 16000 - 15900 * x, 1e-9 * expected * 10);
    }

    public static TheoryData<string, Func<double, double, double>> Windows => new()
    {
        // x and the direction of the current; the formulas as their authors write them.
        { "Strukov", (x, _) => x * (1 - x) },
        { "Joglekar", (x, _) => 1 - Math.Pow(2 * x - 1, 4) },
        { "Biolek", (x, direction) => 1 - Math.Pow(x - (direction < 0 ? 1 : 0), 4) },
        { "Prodromakis", (x, _) => 1 - Math.Pow((x - 0.5) * (x - 0.5) + 0.75, 5) },
    };

    [Theory] // V02, regression of the windows coded in a public toolkit (notes H.1), which miss their published forms and their zeros.
    [MemberData(nameof(Windows))]
    public void A_window_is_the_published_one(string name, Func<double, double, double> window)
    {
        for (var x = 0.01; x < 1; x += 0.01)
        {
            Assert.Equal(window(x, 1), Window(name, x, 1), 1e-12);
            Assert.Equal(window(x, -1), Window(name, x, -1), 1e-12);
        }
    }

    [Theory] // V02.
    [InlineData("Strukov")]
    [InlineData("Joglekar")]
    [InlineData("Biolek")]
    [InlineData("Prodromakis")]
    public void A_window_is_0_at_the_end_the_state_moves_to(string name)
    {
        Assert.Equal(0, Window(name, 1, 1), 1e-15);
        Assert.Equal(0, Window(name, 0, -1), 1e-15);
    }

    [Theory] // V02: Biolek's window lets go at once; the others keep an escape of the order of 1e-3 where the published ones have none.
    [InlineData("Strukov", 0, 5e-3)]
    [InlineData("Joglekar", 0, 1e-2)]
    [InlineData("Prodromakis", 0, 5e-3)]
    [InlineData("Biolek", 0.999999, 1.000001)]
    public void A_state_at_an_end_can_come_back(string name, double least, double most)
    {
        foreach (var window in new[] { Window(name, 0, 1), Window(name, 1, -1) })
        {
            Assert.True(window > 0 && window >= least && window <= most, $"{window}");
        }
    }

    [Theory]
    [InlineData("Strukov")]
    [InlineData("Joglekar")]
    [InlineData("Biolek")]
    [InlineData("Prodromakis")]
    public void A_state_that_has_strayed_over_an_end_is_led_back(string name)
    {
        foreach (var voltage in new[] { -1.0, 1 })
        {
            var card = Memristor.Card($"LinearIonDrift.{name}");
            Assert.True(voltage * Memristor.At(card, voltage, voltage > 0 ? 1.001 : -0.001).Rate < 0);
            Assert.True(voltage * Memristor.At(card, voltage, voltage > 0 ? -0.001 : 1.001).Rate > 0);
        }
    }

    [Fact] // V03. Chua: the loop passes the origin.
    public void The_loop_is_pinched()
    {
        foreach (var x in new[] { 0.0, 0.1, 0.5, 1 })
        {
            Assert.Equal(0, Memristor.At(Memristor.Card("LinearIonDrift.Biolek"), 0, x).Current, 1e-12);
        }
    }

    private static double Window(string name, double x, int direction)
    {
        var (current, rate) = Memristor.At(Memristor.Card($"LinearIonDrift.{name}"), direction, x);
        return rate / (Drift * current);
    }
}
