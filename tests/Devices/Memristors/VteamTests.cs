using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class VteamTests
{
    [Theory] // V04. Traverse of 3 nm at constant speed k (v/v_th - 1)^α, MemTorch set: closed form.
    [InlineData(1.0, 122.448979591837e-9)]
    [InlineData(0.5, 250e-9)]
    [InlineData(-1.0, 4.6875e-12)]
    [InlineData(-0.5, 88.8888888888889e-12)]
    public void The_range_is_crossed_in_the_published_time(double voltage, double time)
    {
        var card = Memristor.Card("Vteam.MemTorch");
        Assert.Equal(1, time * Math.Abs(Memristor.At(card, voltage, 0.5).Rate), 1e-9);

        // The last 1 % is the soft end.
        var (from, to) = voltage > 0 ? (0, 0.99) : (1, 0.01);
        Assert.Equal(to, Memristor.After(card, new Constant(voltage), from, 0.99 * time), 1e-6);
    }

    [Theory] // Kvatinsky et al. 2015: nothing moves between the thresholds (-0.2 V and 0.02 V; half a band of 0.02 of them belongs to the parabola).
    [InlineData(-0.197)]
    [InlineData(0)]
    [InlineData(0.0197)]
    public void Between_the_thresholds_nothing_moves(double voltage) =>
        Assert.Equal(0, Memristor.At(Memristor.Card("Vteam.MemTorch"), voltage, 0.5).Rate);

    [Theory] // Kvatinsky et al. 2015, the two resistance laws.
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void Lambda_chooses_the_resistance_law(double x)
    {
        var linear = 0.01 / Memristor.At(Memristor.Card("Vteam.MemTorch"), 0.01, x).Current;
        var exponential = 0.01 / Memristor.At(Memristor.Card("Vteam.MemTorch", ("Lambda", Math.Log(20))), 0.01, x).Current;
        Assert.Equal(50 + 950 * x, linear, 1e-9);
        Assert.Equal(50 * Math.Pow(20, x), exponential, 1e-9);
    }
}
