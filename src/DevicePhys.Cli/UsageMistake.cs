using System.CommandLine;

namespace DevicePhys.Cli;

/// <summary>One sentence for a command line that makes no sense.</summary>
internal static class UsageMistake
{
    /// <summary>Says what is wrong and what may have been meant.</summary>
    public static string Sentence(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var help = command is RootCommand ? $"{CommandLine.Name} --help" : $"{CommandLine.Name} {command.Name} --help";
        if (parse.UnmatchedTokens is [var word, ..])
        {
            var isOption = word.StartsWith('-');
            var known = isOption ? OptionNames(parse) : command.Subcommands.Select(c => c.Name);
            var kind = (isOption, command) switch
            {
                (true, RootCommand) => "not an option",
                (true, _) => $"not an option of '{command.Name}'",
                (false, RootCommand) => "not a verb",
                _ => $"one argument too many for '{command.Name}'",
            };
            var meant = CloseWord.Find(word, known) is { } close ? $", did you mean '{close}'?" : ",";
            return $"'{word}' is {kind}{meant} see '{help}'.";
        }

        return command is RootCommand
            ? $"a verb is missing, expected {string.Join(", ", command.Subcommands.Select(c => c.Name))}, see '{help}'."
            : $"{parse.Errors[0].Message.TrimEnd('.')}, see '{help}'.";
    }

    private static IEnumerable<string> OptionNames(ParseResult parse)
    {
        var here = parse.CommandResult.Command.Options;
        var everywhere = parse.RootCommandResult.Command.Options.Where(option => option.Recursive);
        return here.Concat(everywhere).SelectMany(option => option.Aliases.Append(option.Name));
    }
}
