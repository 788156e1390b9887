using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices.Transistors;

public sealed class StorageCapacitorTests
{
    private const double ThermalVoltage = 8.617333262e-5 * 300;

    private static double Leakage(Card card, int component) =>
        ((IReadable<Real>)DeviceCatalog.Default.Create<Real>(card)).Read(component, []).Value;

    private static Card At(double kelvin) => DeviceCatalog.Default.Card("StorageCapacitor.Planar130").With("Temperature", kelvin);

    [Fact]
    public void The_leakages_add_up_to_the_current_at_the_stored_level()
    {
        var card = At(300);
        var current = DeviceCatalog.Default.Create<Real>(card).Evaluate(card.Parameter("VStore").Value, [], []).Value;
        Assert.Equal(1, Enumerable.Range(0, 5).Sum(i => Leakage(card, i)) / current, 1e-12);
    }

    [Fact] // Weak inversion in closed form: IS exp((VG - VT)/(n UT)) (1 - exp(-V/UT)), exact to the order of q itself.
    public void The_closed_transistor_leaks_as_weak_inversion_does()
    {
        var card = At(300.15);
        var ut = ThermalVoltage * 300.15 / 300;
        var expected = card.Parameter("IS").Value * Math.Exp((card.Parameter("VGOff").Value - card.Parameter("VT0").Value) / (card.Parameter("N").Value * ut));
        Assert.Equal(1, Leakage(card, 0) / expected, 1e-6);
    }

    [Theory] // Activation energies of the notes: generation half the gap (0.56 eV and the T^1.5 and tunnelling around it), diffusion the gap.
    [InlineData(1, 0.45, 0.70)]
    [InlineData(2, 1.10, 1.35)]
    [InlineData(4, 0.099, 0.101)]
    public void Every_component_has_its_activation_energy(int component, double least, double most)
    {
        var (cold, warm) = (Leakage(At(300), component), Leakage(At(310), component));
        var energy = 8.617333262e-5 * Math.Log(warm / cold) / (1 / 300.0 - 1 / 310.0);
        Assert.InRange(energy, least, most);
    }

    [Fact] // Chan et al., IEDM 1987: ln(I/E) falls as -B/E.
    public void Gate_induced_leakage_follows_its_field()
    {
        var card = At(300.15).With("VStore", 4);
        double I(double gate) => Leakage(card.With("VGOff", gate), 3);
        double Field(double gate) => (4 - gate - 1.2 + 1e-4) / (3 * card.Parameter("TOx").Value);
        var measured = Math.Log(I(-1) / I(0) * Field(0) / Field(-1));
        Assert.Equal(card.Parameter("BGidl").Value * (1 / Field(0) - 1 / Field(-1)), measured, 1e-6);
    }
}
