namespace DevicePhys.Cli;

/// <summary>Who gets Ctrl-C: the whole verb, unless a part of its work has asked for it.</summary>
internal static class InterruptSignal
{
    private static Action? taker;

    /// <summary>Asks for it.</summary>
    /// <param name="action">What to do instead of ending the verb.</param>
    /// <returns>Gives it back when disposed.</returns>
    public static IDisposable Take(Action action)
    {
        Volatile.Write(ref taker, action);
        return new Taken();
    }

    /// <summary>Hands a signal to who asked for it.</summary>
    /// <returns>Whether somebody did.</returns>
    public static bool Hand()
    {
        var action = Volatile.Read(ref taker);
        action?.Invoke();
        return action is not null;
    }

    private sealed class Taken : IDisposable
    {
        public void Dispose() => Volatile.Write(ref taker, null);
    }
}
