using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

public sealed class FerrimagnetTests
{
    private static readonly Ferrimagnet<Real> Magnet = ((SkyrmionTrack<Real>)DeviceCatalog.Default.Create<Real>(DeviceCatalog.Default.Card("SkyrmionTrack.GdFeCo"))).Motion.Magnet;

    [Fact]
    public void Magnetisation_and_spin_vanish_at_their_own_temperatures()
    {
        // Closed forms against the sublattices; g of the transition metal above that of Gd puts the second above the first (notes D2).
        var (magnetisation, spin) = (Magnet.MagnetisationCompensation.Value, Magnet.SpinCompensation.Value);
        Assert.Equal(0, Magnet.Magnetisation(magnetisation).Value, 1e-6);
        Assert.Equal(0, Magnet.NetSpin(spin).Value, 1e-18);
        Assert.InRange(spin - magnetisation, 30, 200);
        Assert.True(Magnet.Magnetisation(magnetisation - 10).Value < 0 && Magnet.Magnetisation(magnetisation + 10).Value > 0);
    }

    [Fact]
    public void The_total_spin_stays_finite_where_the_net_spin_vanishes()
    {
        var spin = Magnet.SpinCompensation.Value;
        Assert.True(Magnet.TotalSpin(spin).Value > 1e-6);
        Assert.True(Magnet.TotalSpin(1000).Value > 0, "beyond the Curie temperature the order keeps its last value");
    }

    [Fact]
    public void A_size_beyond_the_critical_chiral_energy_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SkyrmionSize.Radius(15e-12, 0.8e6, SkyrmionSize.CriticalDmi(15e-12, 0.8e6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SkyrmionSize.WallWidth(15e-12, -1, 1e-3));
    }
}
