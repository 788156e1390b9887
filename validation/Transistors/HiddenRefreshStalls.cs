using DevicePhys.Arrays.Memory;
using DevicePhys.Sampling;

namespace DevicePhys.Validation.Transistors;

/// <summary>That a one-transistor SRAM never makes an access wait for its refresh.</summary>
public sealed class HiddenRefreshStalls : IValidation
{
    private const int Banks = 8, Rows = 512, Accesses = 1_000_000;

    /// <inheritdoc/>
    public string Id => "V36";

    /// <inheritdoc/>
    public string Claim => "one-transistor SRAM of 8 banks of 512 rows at 400 MHz, rows refreshed every 3.5 ms: stalls in 1,000,000 accesses";

    /// <inheritdoc/>
    public string Source => "MoSys 1T-SRAM: multibank with a cache of one bank, refresh hidden (Leung, Hsu, US patent 5,999,474); clock and retention as in V35";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var (name, stream) in new (string, Func<HiddenRefresh, RandomStream, int, MemoryAccess>)[]
        {
            ("through all rows", (_, _, i) => new MemoryAccess(i / Rows % Banks, i % Rows, false)),
            ("at random, half of them writes", (_, random, _) => Any(random, Banks)),
            ("all to one bank", (_, random, _) => Any(random, 1)),
            ("chosen to keep one bank busy", Adversary),
        })
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var memory = new HiddenRefresh(RefreshSettings.Of(Banks, Rows, 3.5e-3, 400e6));
            var random = new RandomStream(1, "validation refresh");
            for (var i = 0; i < Accesses; i++)
                memory.Access(stream(memory, random, i));
            yield return Check.Absolute(name, 0, "", 0, memory.Stalls);
        }
    }

    private static MemoryAccess Any(RandomStream random, int banks) => new(random.NextInt(banks), random.NextInt(Rows), random.NextInt(2) == 0);

    // The first of eight random accesses that occupies bank 0.
    private static MemoryAccess Adversary(HiddenRefresh memory, RandomStream random, int place)
    {
        var access = Any(random, 2);
        for (var i = 0; i < 7 && memory.Occupied(access) is not ((0, _) or (_, 0)); i++)
            access = Any(random, 2);
        return access;
    }
}
