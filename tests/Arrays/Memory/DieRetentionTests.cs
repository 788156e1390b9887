using DevicePhys.Arrays.Memory;
using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Sampling;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Arrays.Memory;

public sealed class DieRetentionTests
{
    private const double Kelvin = 328.15;
    private const int Banks = 8, Rows = 512, RowBits = 256, Cells = Banks * Rows * RowBits;

    // The table of the low-leakage cell at 55 °C: made once, for all tests.
    private static readonly Lazy<CellTable> Table = new(() => CellCharacterization.Run("1T-SRAM-M", CellCharacterization.Cells["1T-SRAM-M"], new() { Temperatures = [Kelvin] }));

    [Fact] // 10^6 cycles here; DEVICEPHYS_REFRESH_CYCLES=100000000 for the run of a validation.
    public void Worst_case_traffic_meets_no_stall_and_no_bit_of_the_die_is_lost()
    {
        var law = Table.Value.At(true, Kelvin).Retention;
        var retention = Table.Value.RefreshInterval(1e-9, Kelvin);
        var settings = RefreshSettings.Of(Banks, Rows, retention, 1 / Table.Value.Cycle);
        var memory = new HiddenRefresh(settings);
        var random = new RandomStream(1, "adversary");
        var cycles = long.Parse(Environment.GetEnvironmentVariable("DEVICEPHYS_REFRESH_CYCLES") ?? "1000000", System.Globalization.CultureInfo.InvariantCulture);

        // Of eight accesses to two banks and a few rows the stream takes one that keeps bank 0 busy, where there is one; it moves on to other rows in time.
        while (memory.Cycles < cycles)
        {
            var (access, from) = (default(MemoryAccess), (int)(memory.Cycles >> 12));
            for (var candidate = 0; candidate < 8; candidate++)
            {
                var word = random.NextUInt32();
                access = new MemoryAccess((int)(word & 1), (int)(from + ((word >> 1) & 0x7F)) % Rows, (word >> 31) != 0);
                if (memory.Occupied(access) is (0, _) or (_, 0))
                    break;
            }

            memory.Access(access);
        }

        Assert.Equal(0, memory.Stalls);
        Assert.InRange(memory.LongestWait, 1, 2 * Rows);

        // A million cycles end before the first refresh interval does.
        Assert.InRange(memory.LongestGap * Table.Value.Cycle, 0.9 * Math.Min(retention, cycles * Table.Value.Cycle), retention);
        Assert.Equal(0, new DieRetention(Cells, law, seed: 1).Lost(memory.LongestGap * Table.Value.Cycle));
    }

    [Theory]
    [InlineData(1e-4)] // in the tail of the law
    [InlineData(1e-1)] // in its main part
    public void A_retention_time_set_too_long_loses_as_many_bits_as_the_table_says(double share)
    {
        var law = Table.Value.At(true, Kelvin).Retention;
        var gap = law.Until(share);
        var expected = Cells * Table.Value.ErrorProbability(true, gap, Kelvin);
        var deviation = Math.Sqrt(expected * (1 - share));
        var die = new DieRetention(Cells, law, seed: 2);
        Assert.InRange(die.Lost(gap), expected - (5 * deviation), expected + (5 * deviation));

        // The tail has a slope of its own: without it this share would be lost at another time.
        Assert.NotEqual(law.Sigma, law.TailSigma, 0.01 * law.Sigma);
        Assert.Equal(die.Lost(gap), die.Lost(gap));
    }

    [Fact] // Two states in balance: a cell is short for its share of the time, and each of many refreshes finds other cells short.
    public void Variable_retention_moves_the_weak_cells_but_not_their_number()
    {
        var (law, jumps) = (new RetentionLaw(64e-3, 0.8, 0.8, -2), new VariableRetention(1, 0.1, StayLong: 3, StayShort: 1));
        var die = new DieRetention(100_000, law, 3, jumps);
        var expected = 100_000 * ((0.75 * law.Lost(5e-3)) + (0.25 * law.Lost(50e-3)));
        var first = die.Weakest;
        var counts = new List<int>();
        for (var refresh = 0; refresh < 20; refresh++)
        {
            counts.Add(die.Lost(5e-3));
            die.Wait(1);
        }

        Assert.All(counts, count => Assert.InRange(count, expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected))));
        Assert.True(counts.Distinct().Count() > 10);
        Assert.True(first > 0);
        var still = new DieRetention(100_000, law, 3);
        still.Wait(1);
        Assert.InRange(still.Lost(5e-3), 0, 1.2 * 100_000 * law.Lost(5e-3));
    }

    [Fact]
    public void Settings_that_cannot_be_are_one_sentence()
    {
        Says(() => new DieRetention(0, RetentionLaw.Never, 1), "The number of cells is 0: at least 1 is expected.");
        Says(() => new DieRetention(1, RetentionLaw.Never, 1, new VariableRetention(2, 0.1, 1, 1)), "The share of cells with variable retention is 2: 0 to 1 is expected.");
        Says(() => new DieRetention(1, RetentionLaw.Never, 1, new VariableRetention(0.5, 0.1, -1, 1)), "The mean times in the two states are -1 and 1 s: finite times above 0 are expected.");
    }

    [Fact]
    public void A_refresh_slower_than_retention_is_refused_without_error_correction_and_taken_with_it()
    {
        var condition = new CellCondition(1e-15, 1e-15, 1e-15, 0, new RetentionLaw(64e-3, 0.8, 0.8, -2));
        var table = new CellTable("made", 1, 10e-9, 6e-9, [300], [condition], [condition], new("Made.Cell", "0", "", "C", "none", "0", 0, 0, new Dictionary<string, string>()));
        var settings = new MemorySettings(1 << 20, new CellArea(1e-12, "made", ParameterStatus.Derived)) { Temperature = 300, RefreshInterval = 2e-3 };
        Says(
            () => new MemoryMacro(table, settings),
            "made: a refresh interval of 0.002 s is longer than the 0.00143 s its cells last at 300 K and an error of 1E-06 without error correction.");
        var corrected = new MemoryMacro(table, settings with { CorrectsErrors = true });
        Assert.Equal((2e-3, 1.125 * (1 << 20) * 1e-12 / 0.7), (corrected.RefreshInterval, corrected.Area));
        Says(() => new MemoryMacro(table, settings with { RefreshInterval = -1 }), "The refresh interval is -1 s: a time above 0 is expected.");
    }

    [Theory] // Binomial, by scipy: binom.sf(1, 72, p).
    [InlineData(1e-6, 2.55588072e-9)]
    [InlineData(1e-3, 2.43975118e-3)]
    [InlineData(0.1, 0.995432241)]
    public void The_code_fails_where_a_word_has_two_errors(double raw, double words)
    {
        Assert.Equal(1, ErrorCorrection.Beyond(raw) / words, 1e-6);
        Assert.Equal(1, ErrorCorrection.RawTarget(words) / raw, 1e-5);
    }

    private static void Says(Func<object> action, string sentence) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}
