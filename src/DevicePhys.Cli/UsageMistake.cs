using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace DevicePhys.Cli;

/// <summary>One sentence for a command line that makes no sense.</summary>
internal static class UsageMistake
{
    /// <summary>Says what is wrong and what may have been meant.</summary>
    /// <returns>One sentence; null when the command line can be run.</returns>
    public static string? Sentence(ParseResult parse)
    {
        // A shell that asks for completions sends a line that is not finished.
        if (parse.Tokens is [{ Type: TokenType.Directive }, ..])
        {
            return null;
        }

        var command = parse.CommandResult.Command;
        var help = command is RootCommand ? $"'{CommandLine.Name} --help'" : $"'{CommandLine.Name} {command.Name} --help'";
        if (MistypedOption(parse) is { } option)
        {
            var where = command is RootCommand ? "" : $" of '{command.Name}'";
            return $"'{option}' is not an option{where}; {Advice(option, OptionNames(parse), help)}";
        }

        if (parse.Action is not ParseErrorAction)
        {
            return null;
        }

        return (parse.UnmatchedTokens, command) switch
        {
            ([var word, ..], RootCommand) => $"'{word}' is not a verb; {Advice(word, command.Subcommands.Select(c => c.Name), help)}",
            ([var word, ..], _) => $"'{word}' is one argument too many for '{command.Name}'; see {help}.",
            (_, RootCommand) => $"a verb is missing, expected one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}; see {help}.",
            _ => $"{parse.Errors[0].Message.TrimEnd('.')}; see {help}.",
        };
    }

    private static string Advice(string word, IEnumerable<string> known, string help) =>
        CloseWord.Find(word, known) is { } close ? $"did you mean '{close}'?" : $"see {help}.";

    // The parser takes an option it does not know for an argument; a negative number is one.
    private static string? MistypedOption(ParseResult parse) =>
        parse.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token.Type == TokenType.Argument)
            .Select(token => token.Value)
            .FirstOrDefault(value => value is ['-', '-', _, ..] || (value is ['-', var letter, ..] && char.IsAsciiLetter(letter)));

    private static IEnumerable<string> OptionNames(ParseResult parse)
    {
        var here = parse.CommandResult.Command.Options;
        var everywhere = parse.RootCommandResult.Command.Options.Where(option => option.Recursive);
        return here.Concat(everywhere).SelectMany(option => option.Aliases.Append(option.Name));
    }
}
