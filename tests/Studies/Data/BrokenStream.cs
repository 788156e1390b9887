namespace DevicePhys.Tests.Studies.Data;

/// <summary>A body that delivers some bytes and then breaks, or waits until it is cancelled.</summary>
internal sealed class BrokenStream(byte[] bytes, bool waits) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position < Length) return await base.ReadAsync(buffer, cancellationToken);
        if (waits) await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new IOException("connection reset");
    }
}
