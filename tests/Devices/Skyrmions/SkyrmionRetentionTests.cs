using Xunit;

namespace DevicePhys.Tests.Devices.Skyrmions;

public sealed class SkyrmionRetentionTests
{
    [Theory]
    [InlineData(40.29, 10.0)] // J V27: ten-year barrier at f0 = 1e9.
    [InlineData(40.0, 7.5)] // Notes D2 [C].
    public void The_lifetime_is_that_of_the_barrier(double barrier, double years)
    {
        var synapse = Skyrmion.Synapse("Song2020", ("F0Annihilation", 1e9), ("DeltaAnnihilation", barrier * Skyrmion.Boltzmann * 300));
        var lifetime = 1 / Skyrmion.Hazards(synapse, 0, Skyrmion.State(1))[4];
        Assert.Equal(years, lifetime / Skyrmion.Year, 0.01 * years);
    }

    [Fact]
    public void Ten_years_need_40_29_kT()
    {
        // J V27, tolerance 1e-3: the barrier whose hazard is one in ten years, from the hazard at 40 kT.
        var synapse = Skyrmion.Synapse("Song2020", ("F0Annihilation", 1e9), ("DeltaAnnihilation", 40 * Skyrmion.Boltzmann * 300));
        var hazard = Skyrmion.Hazards(synapse, 0, Skyrmion.State(1))[4];
        Assert.Equal(40.29, 40 + Math.Log(hazard * 10 * Skyrmion.Year), 40.29e-3);
    }

    [Theory]
    [InlineData("Song2020")]
    [InlineData("Independent")]
    public void A_stored_skyrmion_lasts_more_than_ten_years_and_none_appears_by_itself(string name)
    {
        var atRest = Skyrmion.Hazards(Skyrmion.Synapse(name), 0, Skyrmion.State(8));
        Assert.True(8 / atRest[4] > 10 * Skyrmion.Year);
        Assert.True(1 / atRest[0] > 10 * Skyrmion.Year);
        Assert.Equal(0, atRest[1]);
    }
}
