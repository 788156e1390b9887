using DevicePhys.Cli;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class TemperatureOptionTests
{
    [Theory]
    [InlineData("85", 358.15)] // as the issue writes it: a memory at 85 °C
    [InlineData("-55", 218.15)]
    [InlineData("85C", 358.15)]
    [InlineData("85 °C", 358.15)]
    [InlineData("85 degC", 358.15)]
    [InlineData("358.15K", 358.15)]
    [InlineData(" 4.2 K ", 4.2)]
    [InlineData("300C", 573.15)]
    public void A_temperature_is_read_in_its_unit_and_a_bare_number_in_degrees_Celsius(string text, double kelvin) =>
        Assert.Equal(kelvin, TemperatureOption.Parse(text), 1e-9);

    [Theory]
    [InlineData("300", "'300' may be in kelvin or in degrees Celsius, expected 300K or 300C.")]
    [InlineData("-60", "'-60' may be in kelvin or in degrees Celsius, expected -60K or -60C.")]
    [InlineData("0K", "'0K' is not above absolute zero, expected a temperature such as 85C or 358.15K.")]
    [InlineData("-274C", "'-274C' is not above absolute zero, expected a temperature such as 85C or 358.15K.")]
    [InlineData("warm", "'warm' should be a temperature such as 85C or 358.15K.")]
    [InlineData("3V", "'3V' should be a temperature such as 85C or 358.15K.")]
    [InlineData("K", "'K' should be a temperature such as 85C or 358.15K.")]
    [InlineData("NaN", "'NaN' should be a temperature such as 85C or 358.15K.")]
    [InlineData("1e999K", "'1e999K' should be a temperature such as 85C or 358.15K.")]
    public void What_is_unclear_is_refused_with_one_sentence(string text, string sentence) =>
        Assert.Equal($"--temperature: {sentence}", Assert.Throws<ArgumentException>(() => TemperatureOption.Parse(text)).Message);

    [Theory]
    [InlineData("sram")]
    [InlineData("sweep", "6T", "--bench", "readwrite")]
    [InlineData("spiking", "mnist")]
    public async Task Every_verb_reads_it_the_same_way(params string[] verb)
    {
        var run = await Invocation.OfTool([.. verb, "--temperature", "300"]);
        Assert.Equal((2, "devicephys: --temperature: '300' may be in kelvin or in degrees Celsius, expected 300K or 300C."), (run.Code, run.Error.TrimEnd()));
    }
}
