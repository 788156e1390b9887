using System.CommandLine;
using System.CommandLine.Completions;
using DevicePhys.Devices;

namespace DevicePhys.Cli;

/// <summary>What a shell is offered where an argument or option takes one of many words.</summary>
internal static class Suggestions
{
    /// <summary>Offers some words.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="words">The words; not looked at before a shell asks.</param>
    public static Argument<T> Offer<T>(this Argument<T> argument, params IEnumerable<string> words)
    {
        argument.CompletionSources.Add(_ => [.. words.Select(word => new CompletionItem(word))]);
        return argument;
    }

    /// <summary>Offers some words.</summary>
    /// <param name="option">The option.</param>
    /// <param name="words">The words; not looked at before a shell asks.</param>
    public static Option<T> Offer<T>(this Option<T> option, params IEnumerable<string> words)
    {
        option.CompletionSources.Add(_ => [.. words.Select(word => new CompletionItem(word))]);
        return option;
    }

    /// <summary>The cards of the library.</summary>
    public static IEnumerable<string> Cards()
    {
        // An iterator: the library is loaded when a shell asks, and by no other verb.
        foreach (var card in DeviceCatalog.Default.Cards)
            yield return card.Id;
    }
}
