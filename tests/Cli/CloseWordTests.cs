using DevicePhys.Cli;
using Xunit;

namespace DevicePhys.Tests.Cli;

public class CloseWordTests
{
    private static readonly string[] Verbs = ["cards", "characterize", "mnist", "plot"];

    [Theory]
    [InlineData("card", "cards")]
    [InlineData("crads", "cards")]
    [InlineData("CARDS", "cards")]
    [InlineData("charaterise", "characterize")]
    [InlineData("mnsit", "mnist")]
    [InlineData("plt", "plot")]
    public void A_slip_finds_its_word(string typed, string meant) => Assert.Equal(meant, CloseWord.Find(typed, Verbs));

    [Theory]
    [InlineData("fit")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("sweep")]
    public void Another_word_finds_none(string typed) => Assert.Null(CloseWord.Find(typed, Verbs));
}
