namespace DevicePhys.Studies.Data;

/// <summary>How far the download of one file is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Host">The mirror it comes from.</param>
/// <param name="BytesRead">How much has arrived [bytes].</param>
/// <param name="BytesTotal">How much there is [bytes].</param>
public readonly record struct DownloadProgress(string File, string Host, long BytesRead, long BytesTotal);
