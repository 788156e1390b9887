using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

public sealed class SkyrmionReadoutTests
{
    [Fact]
    public void The_first_readout_is_the_junction_and_the_second_the_Hall_resistance()
    {
        var readouts = Skyrmion.Synapse("Song2020").Readouts;
        Assert.Equal(["MTJ conductance", "Hall resistance"], readouts.Select(r => r.Name));
        Assert.Equal(["S", "Ohm"], readouts.Select(r => r.Unit));
    }

    [Fact]
    public void The_on_off_ratio_at_full_coverage_is_one_plus_TMR()
    {
        var card = Skyrmion.Card("Song2020");
        var synapse = Skyrmion.Synapse(card);
        var full = card.Si("ReadArea") / (Math.PI / 4 * Math.Pow(card.Si("Diameter"), 2) * card.Si("SizeGain"));
        Assert.Equal(1 + card.Si("Tmr"), synapse.Read(0, Skyrmion.State(full)) / synapse.Read(0, Skyrmion.State(0)), 1e-12);
        Assert.Equal(card.Si("GAp"), synapse.Read(0, Skyrmion.State(0)), 1e-18);
    }

    [Fact]
    public void The_Hall_resistance_is_linear_in_the_number_of_skyrmions()
    {
        // J V26. The step: 2 RAhe area/ReadArea from the anomalous Hall effect plus the fitted constant per skyrmion (notes D2, Readout).
        var card = Skyrmion.Card("Song2020");
        var synapse = Skyrmion.Synapse(card);
        var step = 2 * card.Si("RAhe") * Math.PI / 4 * Math.Pow(card.Si("Diameter"), 2) / card.Si("ReadArea") + card.Si("RPerSkyrmion");
        for (var n = 0; n <= 16; n++)
        {
            Assert.Equal(n * step, synapse.Read(1, Skyrmion.State(n)), 1e-14);
        }
    }

    [Fact]
    public void A_skyrmion_of_200_nm_in_a_2_um_cross_turns_0_785_percent_of_the_Hall_signal()
    {
        // Notes D2 [C]: .785 % of the full swing, .47 mOhm for rho_AHE 0.3 uOhm cm and 100 nm, so RAhe = 30 mOhm.
        var synapse = Skyrmion.Synapse(
            "Song2020", ("Diameter", 200e-9), ("ReadArea", 4e-12), ("RAhe", 0.03), ("RPerSkyrmion", 0), ("SizeGain", 1));
        Assert.Equal(0.471e-3, synapse.Read(1, Skyrmion.State(1)), 0.001e-3);
    }

    [Fact]
    public void An_unknown_readout_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Skyrmion.Synapse("Song2020").Read(2, Skyrmion.State(0)));
}
