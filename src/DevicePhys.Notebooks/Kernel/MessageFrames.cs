using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>Messages as they go over the wire: identities, a delimiter, a signature, and four pieces of JSON.</summary>
internal sealed class MessageFrames(string key)
{
    private const int Parts = 4;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private readonly byte[] secret = Encoding.UTF8.GetBytes(key);

    /// <summary>A message as frames.</summary>
    public NetMQMessage Write(KernelMessage message)
    {
        byte[][] parts = [Bytes(message.Header), Bytes(message.Parent), Bytes([]), Bytes(message.Content)];
        var frames = new NetMQMessage(message.Identities.Count + 2 + Parts);
        foreach (var identity in message.Identities)
            frames.Append(identity);
        frames.Append(Delimiter);
        frames.Append(Signature(parts));
        foreach (var part in parts)
            frames.Append(part);
        return frames;
    }

    /// <summary>The message in some frames.</summary>
    /// <param name="frames">What came.</param>
    /// <param name="flaw">Why it is not used, when null is returned: it is no message, or not signed by the one who has the key.</param>
    public KernelMessage? Read(NetMQMessage frames, out string? flaw)
    {
        var at = 0;
        while (at < frames.FrameCount && !frames[at].ToByteArray().AsSpan().SequenceEqual(Delimiter))
            at++;
        if (frames.FrameCount < at + 2 + Parts)
        {
            flaw = "a message has too few parts";
            return null;
        }

        byte[][] parts = [.. Enumerable.Range(at + 2, Parts).Select(part => frames[part].ToByteArray())];
        if (!CryptographicOperations.FixedTimeEquals(frames[at + 1].ToByteArray(), Encoding.ASCII.GetBytes(Signature(parts))))
        {
            flaw = "a message has a wrong signature";
            return null;
        }

        try
        {
            var (header, parent, content) = (Json(parts[0]), Json(parts[1]), Json(parts[3]));
            flaw = null;
            return new([.. Enumerable.Range(0, at).Select(identity => frames[identity].ToByteArray())], header, parent, content);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            flaw = "a message is not JSON";
            return null;
        }
    }

    private string Signature(byte[][] parts)
    {
        if (secret.Length == 0)
            return "";
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        foreach (var part in parts)
            hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json);

    private static JsonObject Json(byte[] text)
    {
        var json = JsonNode.Parse(text) as JsonObject ?? throw new JsonException("expected an object");
        _ = json.Count;
        return json;
    }
}
