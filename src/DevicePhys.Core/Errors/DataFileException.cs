namespace DevicePhys.Errors;

/// <summary>A data file that cannot be used; the message reads "file: place: what is wrong, what is expected".</summary>
public sealed class DataFileException(string message, Exception? inner = null) : Exception(message, inner);
