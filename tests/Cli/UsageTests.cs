using DevicePhys.Cli;
using Xunit;

namespace DevicePhys.Tests.Cli;

public class UsageTests
{
    [Theory]
    [InlineData("crads", "'crads' is not a verb; did you mean 'cards'?")]
    [InlineData("ploy", "'ploy' is not a verb; did you mean 'plot'?")]
    [InlineData("bake", "'bake' is not a verb; see 'devicephys --help'.")]
    [InlineData("cards --jsn", "'--jsn' is not an option of 'cards'; did you mean '--json'?")]
    [InlineData("plot t.npz --ouptut x", "'--ouptut' is not an option of 'plot'; did you mean '--output'?")]
    [InlineData("cards -x", "'-x' is not an option of 'cards'; see 'devicephys cards --help'.")]
    [InlineData("--jso", "'--jso' is not an option; did you mean '--json'?")]
    [InlineData("cards one two", "'two' is one argument too many for 'cards'; see 'devicephys cards --help'.")]
    [InlineData("plot", "Required argument 'table' missing for command: 'plot'; see 'devicephys plot --help'.")]
    public async Task A_wrong_command_line_is_one_sentence_and_exit_code_2(string line, string sentence)
    {
        var run = await Invocation.OfTool(line.Split(' '));
        Assert.Equal(new Invocation(2, "", $"devicephys: {sentence}{Environment.NewLine}"), run);
    }

    [Fact]
    public async Task Without_a_verb_the_verbs_are_named()
    {
        var run = await Invocation.OfTool();
        Assert.Equal(2, run.Code);
        Assert.All(CommandLine.Verbs(), verb => Assert.Contains(verb.Name, run.Error));
    }

    [Fact]
    public async Task Help_goes_to_the_output()
    {
        var run = await Invocation.OfTool("--help");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(CommandLine.Verbs(), verb => Assert.Contains(verb.Description!, run.Output));
    }

    [Fact]
    public async Task The_version_is_that_of_every_record()
    {
        var run = await Invocation.OfTool("--version");
        Assert.Equal(new Invocation(0, $"devicephys {DevicePhysVersion.Current}{Environment.NewLine}", ""), run);
    }

    [Fact]
    public void Every_verb_and_every_option_has_a_description() =>
        Assert.All(CommandLine.Verbs(), verb =>
        {
            Assert.EndsWith(".", verb.Description);
            Assert.All(verb.Options, option => Assert.EndsWith(".", option.Description));
            Assert.All(verb.Arguments, argument => Assert.EndsWith(".", argument.Description));
        });
}
