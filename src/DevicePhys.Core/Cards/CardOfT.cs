using DevicePhys.Numbers;

namespace DevicePhys.Cards;

/// <summary>A card as one reading sees it.</summary>
/// <typeparam name="T">The reading.</typeparam>
public sealed class Card<T>
    where T : struct, IReal<T>;
