using System.Globalization;
using DevicePhys.Circuits;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Tables;
using DevicePhys.Tests.Cli;
using Xunit;

namespace DevicePhys.Tests.Circuits.Testbenches;

/// <summary>The second engine in the pipeline.</summary>
public sealed class RefereeTests
{
    private const string Other = "spicesharp";

    private static readonly CharacterizationOptions Few = new() { Draws = 2, Levels = 2, Bins = 3, Population = 0 };

    private static bool IsHere => CircuitEngines.TryGet(Other) is not null;

    [Theory] // SPICE bounds the error of a step; over a train they add up to about 1e-4.
    [InlineData("builtin", Other, "Vteam.MemTorch")]
    [InlineData("builtin", Other, "SkyrmionSynapse.Song2020")]
    [InlineData("builtin", Other, "JartVcmV1b.Nominal")]
    [InlineData(Other, "builtin", "Vteam.MemTorch")]
    public void The_other_engine_runs_the_nominal_train_and_its_deviation_is_in_the_provenance(string engine, string referee, string card)
    {
        Assert.SkipUnless(IsHere, $"there is no engine '{Other}' here");
        var settings = Characterization.Run(DeviceCatalog.Default.Card(card), Few with { Engine = engine }).Provenance.Settings;
        Assert.Equal(referee, settings["referee"]);
        Assert.InRange(double.Parse(settings["refereeDeviation"].Split(' ')[0], CultureInfo.InvariantCulture), 1e-12, 1e-3);
    }

    [Fact]
    public void Where_there_is_one_engine_no_referee_is_named()
    {
        Assert.SkipWhen(IsHere, $"the engine '{Other}' is here");
        Assert.DoesNotContain("referee", Characterization.Run(DeviceCatalog.Default.Card("Vteam.MemTorch"), Few).Provenance.Settings.Keys);
    }

    [Fact]
    public async Task An_engine_that_is_not_part_of_the_build_is_one_sentence()
    {
        Assert.SkipWhen(IsHere, $"the engine '{Other}' is here");
        var run = await Invocation.OfTool("characterize", "Vteam.MemTorch", "--engine", Other);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Equal(
            "devicephys: The circuit engine 'spicesharp' is not part of this build, because its package was in no source of the build; there is builtin.",
            run.Error.TrimEnd());
    }

    [Fact] // The same pulses, solved by two engines: the mean steps agree far within the spread of the steps.
    public void A_table_made_by_the_other_engine_has_the_same_steps()
    {
        Assert.SkipUnless(IsHere, $"there is no engine '{Other}' here");
        var card = DeviceCatalog.Default.Card("Vteam.MemTorch");
        var ours = Characterization.Run(card, Few);
        var theirs = Characterization.Run(card, Few with { Engine = Other });
        Assert.Equal(Other, theirs.Provenance.Engine);
        foreach (var polarity in Enum.GetValues<Polarity>())
            Assert.Equal(ours.MeanStep(polarity), theirs.MeanStep(polarity), 0.02 * Math.Abs(ours.MeanStep(polarity)));
    }
}
