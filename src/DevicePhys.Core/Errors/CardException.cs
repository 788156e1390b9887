namespace DevicePhys.Errors;

/// <summary>A card that cannot be used; the message names the card, the parameter, what is wrong and what is expected.</summary>
public sealed class CardException(string message, Exception? inner = null) : Exception(message, inner);
