namespace DevicePhys.Arrays.Memory;

/// <summary>A dynamic memory with the interface of a static one: banks are refreshed while they have nothing to do, and a cache sees to it that they do.</summary>
/// <remarks>
/// <para>The scheme of one-transistor SRAM (Leung, Hsu, US patent 5,999,474): a direct-mapped write-back cache as large as one bank. A bank works in a cycle when a read misses
/// the cache, or when a written line is thrown out of it; a write fills its whole line and needs no read. To keep one bank busy a stream must bring lines of it in and
/// throw written lines out, and each written line takes a cycle in which the bank is free; so no stream can occupy a bank for more than
/// twice as many cycles as it has rows, and refresh never waits longer than that.</para>
/// <para>One row per bank falls due every RefreshCycles/Rows cycles and is refreshed in the next free cycle of the bank; an access waits (a stall) only where a second
/// row has fallen due meanwhile. One cycle is one row cycle of the array. Not thread safe.</para>
/// </remarks>
public sealed class HiddenRefresh
{
    private const int Empty = -1;
    private readonly RefreshSettings settings;
    private readonly int[] tags;
    private readonly bool[] written;
    private readonly long[] due, restored;
    private readonly int[] next;

    /// <summary>Creates the memory, its cache empty, no row due.</summary>
    /// <param name="settings">Its shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public HiddenRefresh(RefreshSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        this.settings = settings;
        (tags, written, due) = (new int[settings.Rows], new bool[settings.Rows], new long[settings.Banks]);
        (next, restored) = (new int[settings.Banks], new long[settings.Banks * settings.Rows]);
        Array.Fill(tags, Empty);

        // The banks take turns, so that their rows fall due one after the other.
        for (var bank = 0; bank < due.Length; bank++)
            due[bank] = Interval * (bank + 1) / due.Length;
    }

    /// <summary>Cycles so far.</summary>
    public long Cycles { get; private set; }

    /// <summary>Cycles in which an access had to wait for a refresh.</summary>
    public long Stalls { get; private set; }

    /// <summary>Rows refreshed so far.</summary>
    public long Refreshes { get; private set; }

    /// <summary>The longest wait of a row that was due [cycles].</summary>
    public long LongestWait { get; private set; }

    /// <summary>The longest time that a row went without being refreshed, read or written [cycles]: what its cells have to last.</summary>
    /// <remarks>Every row counts as written at the start; the time since a row was last restored counts only once it is restored again.</remarks>
    public long LongestGap { get; private set; }

    private long Interval => settings.RefreshCycles / settings.Rows;

    /// <summary>The banks an access would occupy: the one it reads and the one that takes back a written line; -1 for none.</summary>
    /// <param name="access">The access.</param>
    public (int Read, int WrittenBack) Occupied(MemoryAccess access)
    {
        if (!settings.Cached)
            return (access.Bank, Empty);
        var hit = tags[access.Row] == access.Bank;
        return (hit || access.Writes ? Empty : access.Bank, hit || !written[access.Row] ? Empty : tags[access.Row]);
    }

    /// <summary>Makes an access, after as many stalls as it needs; every cycle, free banks are refreshed.</summary>
    /// <param name="access">The access.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bank or row.</exception>
    public void Access(MemoryAccess access)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(access.Bank, nameof(access));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(access.Bank, settings.Banks, nameof(access));
        ArgumentOutOfRangeException.ThrowIfNegative(access.Row, nameof(access));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(access.Row, settings.Rows, nameof(access));
        var (read, back) = Occupied(access);
        while (Overdue(read) || Overdue(back))
        {
            Stalls++;
            Pass(Overdue(read) ? Empty : read, Overdue(back) ? Empty : back);
        }

        if (read != Empty)
            Restore(read, access.Row);
        if (back != Empty)
            Restore(back, access.Row);
        Pass(read, back);
        if (!settings.Cached)
            return;
        written[access.Row] = access.Writes || (tags[access.Row] == access.Bank && written[access.Row]);
        tags[access.Row] = access.Bank;
    }

    // The row that is due has waited for a whole interval.
    private bool Overdue(int bank) => bank != Empty && Cycles - due[bank] >= Interval;

    private void Pass(int busy, int alsoBusy)
    {
        for (var bank = 0; bank < due.Length; bank++)
        {
            if (due[bank] > Cycles || bank == busy || bank == alsoBusy)
                continue;
            LongestWait = Math.Max(LongestWait, Cycles - due[bank]);
            due[bank] += Interval;
            Refreshes++;
            Restore(bank, next[bank]);
            next[bank] = next[bank] + 1 == settings.Rows ? 0 : next[bank] + 1;
        }

        Cycles++;
    }

    private void Restore(int bank, int row)
    {
        ref var last = ref restored[(bank * settings.Rows) + row];
        LongestGap = Math.Max(LongestGap, Cycles - last);
        last = Cycles;
    }
}
