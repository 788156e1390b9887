using System.Text;
using DevicePhys.Sampling;

namespace DevicePhys.Tests.Cli;

/// <summary>What a disk, a hand or an enemy may do to a file that a run has written.</summary>
internal static class Damage
{
    private static readonly string[] Usual = ["1e999", "-1e300", "null", "{}", "[]", "\"\"", "0", "\\ud800", "<!--", "\"x\":", ",", "]", "&lt;", "true"];

    /// <summary>A few changes of bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="random">Decides which.</param>
    /// <param name="words">What may be put in beside the usual words.</param>
    public static byte[] Of(byte[] bytes, RandomStream random, params string[] words)
    {
        var list = bytes.ToList();
        for (var change = 0; change <= random.NextInt(4) && list.Count > 0; change++)
        {
            var at = random.NextInt(list.Count);
            switch (random.NextInt(6))
            {
                case 0:
                    list[at] = (byte)random.NextInt(256);
                    break;
                case 1:
                    list.RemoveRange(at, Math.Min(list.Count - at, 1 + random.NextInt(20)));
                    break;
                case 2:
                    list.InsertRange(at, list.GetRange(at, Math.Min(list.Count - at, 1 + random.NextInt(40))));
                    break;
                case 3:
                    var word = random.NextInt(Usual.Length + words.Length);
                    list.InsertRange(at, Encoding.UTF8.GetBytes(word < Usual.Length ? Usual[word] : words[word - Usual.Length]));
                    break;
                case 4:
                    // A digit into another one: the file stays well-formed, its numbers change.
                    var digit = list.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
                    if (digit >= 0)
                        list[digit] = (byte)('0' + random.NextInt(10));
                    break;
                default:
                    if (random.NextInt(5) == 0)
                        list.RemoveRange(at, list.Count - at);
                    break;
            }
        }

        return [.. list];
    }
}
