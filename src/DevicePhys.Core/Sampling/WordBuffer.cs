using System.Runtime.CompilerServices;

namespace DevicePhys.Sampling;

/// <summary>The words a stream has computed ahead, inside the stream itself: as many as the widest kernel makes at a time.</summary>
[InlineArray(Length)]
internal struct WordBuffer
{
    /// <summary>The number of words.</summary>
    public const int Length = 64;

    private uint first;
}
