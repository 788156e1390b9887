namespace DevicePhys.Cards;

/// <summary>What a unit measures: the powers of the SI base units, in halves so that square roots fit.</summary>
internal readonly record struct Dimension(int Mass, int Length, int Time, int Current, int Temperature, int Amount)
{
    /// <summary>The dimension of base powers given as whole numbers.</summary>
    public static Dimension Of(int mass = 0, int length = 0, int time = 0, int current = 0, int temperature = 0, int amount = 0) =>
        new(2 * mass, 2 * length, 2 * time, 2 * current, 2 * temperature, 2 * amount);

    /// <summary>The product with another dimension.</summary>
    public static Dimension operator *(Dimension a, Dimension b) => new(
        a.Mass + b.Mass, a.Length + b.Length, a.Time + b.Time, a.Current + b.Current, a.Temperature + b.Temperature, a.Amount + b.Amount);

    /// <summary>A power given in halves (-2 is the reciprocal); null when a base unit would get a power that is no multiple of a half.</summary>
    public Dimension? Power(int halves) =>
        ((Mass | Length | Time | Current | Temperature | Amount) * halves & 1) != 0
            ? null
            : new(Mass * halves / 2, Length * halves / 2, Time * halves / 2, Current * halves / 2, Temperature * halves / 2, Amount * halves / 2);
}
