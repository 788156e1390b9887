using DevicePhys.Arrays.Memory;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays.Memory;

public sealed class HiddenRefreshTests
{
    private static readonly RefreshSettings Small = new(4, 16, 16 * 50);

    [Fact] // Leung and Hsu: at most twice the rows of a bank in cycles; the stream is chosen to keep bank 0 busy wherever it can.
    public void No_stream_keeps_a_bank_from_its_refresh()
    {
        var memory = new HiddenRefresh(Small);
        var random = new RandomStream(1, "adversary");
        for (var i = 0; i < 100000; i++)
        {
            var access = Enumerable.Range(0, 30)
                .Select(_ => new MemoryAccess(random.NextInt(2), random.NextInt(16), random.NextInt(2) == 0))
                .MaxBy(a => memory.Occupied(a) is (0, _) or (_, 0));
            memory.Access(access);
        }

        Assert.Equal(0, memory.Stalls);
        Assert.InRange(memory.LongestWait, 1, 2 * 16);

        // Every bank, every interval of 50 cycles; the last may still be due.
        Assert.InRange(memory.Refreshes, 4 * (100000 / 50) - 4, 4 * (100000 / 50));
    }

    [Fact] // Without the cache one bank can be asked for in every cycle: each refresh of it is a stall.
    public void Without_the_cache_a_stream_to_one_bank_stalls_once_per_refresh()
    {
        var memory = new HiddenRefresh(Small with { Cached = false });
        for (var i = 0; i < 10000; i++)
            memory.Access(new MemoryAccess(0, i % 16, false));
        Assert.Equal(10000 + memory.Stalls, memory.Cycles);
        Assert.InRange(memory.Stalls, memory.Cycles / 50 - 2, memory.Cycles / 50);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(4, 0)]
    [InlineData(0, 16)]
    public void An_access_outside_the_memory_is_refused(int bank, int row) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HiddenRefresh(Small).Access(new MemoryAccess(bank, row, false)));

    [Fact]
    public void A_refresh_faster_than_one_row_per_cycle_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HiddenRefresh(Small with { RefreshCycles = 10 }));
}
