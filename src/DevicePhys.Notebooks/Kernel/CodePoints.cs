namespace DevicePhys.Notebooks.Kernel;

/// <summary>Positions in text: the protocol counts characters of Unicode, .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The index of a position.</summary>
    public static int ToIndex(string text, int position)
    {
        var index = 0;
        for (var at = 0; at < position && index < text.Length; at++)
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>The position of an index.</summary>
    public static int FromIndex(string text, int index)
    {
        var position = 0;
        for (var at = 0; at < index; at += char.IsSurrogatePair(text, at) ? 2 : 1)
            position++;
        return position;
    }
}
