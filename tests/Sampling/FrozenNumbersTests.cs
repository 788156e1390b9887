using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Sampling;

/// <summary>Every seed in every record of a run rests on these: a change here is a numeric change and has to be announced.</summary>
public sealed class FrozenNumbersTests
{
    // Origin: this library, with all vector instructions switched off (DOTNET_EnableHWIntrinsic=0), in its first version.
    [Fact]
    public void The_numbers_of_a_stream_are_the_same_on_every_machine_and_in_every_version()
    {
        var stream = new RandomStream(42, "frozen", 3);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (words, singles, doubles, items) = (new uint[10_007], new float[100_003], new double[100_003], Enumerable.Range(0, 999).ToArray());
        stream.Fill(words);
        hash.AppendData(MemoryMarshal.AsBytes<uint>(words));
        stream.FillUniform(singles);
        hash.AppendData(MemoryMarshal.AsBytes<float>(singles));
        stream.FillUniform(doubles);
        hash.AppendData(MemoryMarshal.AsBytes<double>(doubles));
        stream.FillNormal(singles);
        hash.AppendData(MemoryMarshal.AsBytes<float>(singles));
        stream.FillNormal(doubles);
        hash.AppendData(MemoryMarshal.AsBytes<double>(doubles));
        foreach (ref var value in doubles.AsSpan(0, 5000))
            value = stream.NextExponential();
        hash.AppendData(MemoryMarshal.AsBytes<double>(doubles));
        stream.Shuffle<int>(items);
        hash.AppendData(MemoryMarshal.AsBytes<int>(items));

        Assert.Equal("8ff776e52ecb65e320f6c27e75ba0eb73c8bb6988fa47e743034f092bcdfc8cc", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
