namespace DevicePhys.Spiking;

/// <summary>Refuses a setting with one sentence: its name, what it is, what is expected.</summary>
internal static class Check
{
    public static void Positive(double value, string name, string unit)
    {
        if (!(value > 0) || !double.IsFinite(value))
            throw Wrong(value, name, unit, "a finite number above 0");
    }

    public static void NotNegative(double value, string name, string unit)
    {
        if (!(value >= 0) || !double.IsFinite(value))
            throw Wrong(value, name, unit, "a finite number of at least 0");
    }

    public static void Finite(double value, string name, string unit)
    {
        if (!double.IsFinite(value))
            throw Wrong(value, name, unit, "a finite number");
    }

    public static void Below(double value, string name, double limit, string limitName)
    {
        Finite(value, name, "V");
        Finite(limit, limitName, "V");
        if (value >= limit)
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value} V: a potential below {limitName} ({limit} V) is expected."));
    }

    public static void Count(int value, string name)
    {
        if (value < 1)
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}: at least 1 is expected."));
    }

    public static void Index(int value, int count, string name)
    {
        if ((uint)value >= (uint)count)
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}: an index from 0 to {count - 1} is expected."));
    }

    private static ArgumentException Wrong(double value, string name, string unit, string expected) =>
        new(FormattableString.Invariant($"{name} is {value} {unit}: {expected} is expected."));
}
