using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using Xunit;

namespace DevicePhys.Tests.Circuits.Testbenches;

public sealed class ChargeVoltageTests
{
    [Fact] // A closed form: Landau's film switches at ±Ec TFe and keeps ±Pr at 0 V.
    public void The_loop_of_a_Landau_film_has_its_remanence_and_its_coercive_voltage()
    {
        var card = DeviceCatalog.Default.Card("LandauKhalatnikov.Hzo");
        var (alpha, beta, gamma) = (card.Value("Alpha", "m/F"), card.Value("Beta", "m^5/(F C^2)"), card.Value("Gamma", "m^9/(F C^4)"));
        Assert.Equal(0, gamma);
        var coercive = 4.0 / 3 * Math.Abs(alpha) * Math.Sqrt(Math.Abs(alpha) / (6 * beta)) * card.Value("TFe", "m");
        var remanence = Math.Sqrt(-alpha / (2 * beta)) * card.Value("Area", "m^2");
        var trace = ChargeVoltage.Run(card, new(1.5 * coercive, 1.5 * coercive, 1) { Loops = 2, Points = 2000 }, DeviceCatalog.Default);
        var (v, q) = (trace["voltage"].ToArray(), trace["charge"].ToArray());
        var jump = Enumerable.Range(2001, 1999).MaxBy(k => q[k] - q[k - 1]);
        Assert.Equal(coercive, v[jump], 0.005 * coercive);
        Assert.Equal(-remanence, q[2000], 0.001 * remanence);
        Assert.Equal(remanence, q[3000], 0.001 * remanence);
    }

    [Fact]
    public void A_state_to_start_from_is_taken_or_refused_with_one_sentence()
    {
        var card = DeviceCatalog.Default.Card("LandauKhalatnikov.Hzo");
        CurrentVoltageOptions From(string name, double value) => new(0.1, 0.1, 1e-3) { Start = new Dictionary<string, double> { [name] = value } };
        Assert.Equal(1, ChargeVoltage.Run(card, From("p", 1), DeviceCatalog.Default)["p"][0]);
        Assert.StartsWith("'q' is not a state", Assert.Throws<ArgumentException>(() => ChargeVoltage.Run(card, From("q", 1), DeviceCatalog.Default)).Message);
        Assert.StartsWith("State 'p' should start within", Assert.Throws<ArgumentException>(() => ChargeVoltage.Run(card, From("p", 5), DeviceCatalog.Default)).Message);
        Assert.Throws<ArgumentException>(() => ChargeVoltage.Run(DeviceCatalog.Default.Card("Vteam.PtHfTi"), From("x", 0.5), DeviceCatalog.Default));
    }
}
