using System.Diagnostics;
using DevicePhys.Cli;
using DevicePhys.Devices;
using Xunit;

namespace DevicePhys.Tests.Cli;

/// <summary>Completion, asked for by real shells that run the tool as a process of its own.</summary>
public sealed class CompletionVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("devicephys-completion-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    public async Task A_shell_completes_verbs_options_values_and_files(string shell)
    {
        Assert.Equal(CommandLine.Verbs().Select(verb => verb.Name).Order(StringComparer.Ordinal), await Offered(shell, ""));
        Assert.Equal(["--version"], await Offered(shell, "--vers"));
        Assert.Equal(
            DeviceCatalog.Default.Cards.Select(card => card.Id).Where(id => id.StartsWith("Vteam.", StringComparison.Ordinal)).Order(StringComparer.Ordinal), await Offered(shell, "sweep Vteam."));
        Assert.Equal(["retention"], await Offered(shell, "sweep Vteam.PtHfTi --bench ret"));
        Assert.Equal(["SoftL1", "Squares"], await Offered(shell, "fit Weibull --loss S"));

        // bash itself falls back on files where nothing is offered, zsh by a function.
        Assert.Equal(shell == "bash" ? [] : ["FILES"], await Offered(shell, "fit Weibull loops"));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("pwsh")]
    public async Task The_script_names_no_verb_and_no_option_of_the_tool(string shell)
    {
        var run = await Invocation.OfTool("completion", shell);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(CommandLine.Verbs().Where(verb => verb.Name != "completion"), verb =>
        {
            Assert.DoesNotMatch($@"\b{verb.Name}\b", run.Output);
            Assert.All(verb.Options, option => Assert.DoesNotContain(option.Name, run.Output));
        });
    }

    [Fact]
    public async Task An_unknown_shell_is_refused() => Assert.Equal(2, (await Invocation.OfTool("completion", "csh")).Code);

    // What the shell itself would insert for the words after "devicephys".
    private async Task<string[]> Offered(string shell, string line)
    {
        // The function is called as the shell calls it at a Tab: bash sets COMP_*, zsh its special arrays, which only exist inside a completion.
        var script = shell == "bash"
            ? $$"""
              eval "$(devicephys completion bash)"
              COMP_LINE='devicephys {{line}}'; COMP_POINT=${#COMP_LINE}
              read -r -a COMP_WORDS <<< "$COMP_LINE"
              [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
              COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
              [[ $(complete -p devicephys) == *'-o default -F _devicephys_complete devicephys' ]] || exit 9
              _devicephys_complete devicephys "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
              printf '%s\n' "${COMPREPLY[@]}"
              """
            : $$"""
              compdef() { [[ $1 == _devicephys && $2 == devicephys ]] || exit 9; }
              compadd() { local item; for item in "${(@P)2}"; do [[ $item == "$PREFIX"* ]] && print -r -- "$item"; done; }
              _files() { print -r -- FILES; }
              eval "$(devicephys completion zsh)"
              line='devicephys {{line}}'
              words=("${(@s: :)line}"); CURRENT=${#words}; PREFIX="${words[CURRENT]}"
              _devicephys
              """;
        var start = new ProcessStartInfo(shell) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in shell == "bash" ? (string[])["--norc", "-c", script] : ["-f", "-c", script])
            start.ArgumentList.Add(argument);
        start.Environment["PATH"] = $"{AppContext.BaseDirectory}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"needs {shell}");
            throw;
        }

        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal((0, ""), (process.ExitCode, await error));
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        }
    }
}
