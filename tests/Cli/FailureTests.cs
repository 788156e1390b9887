using DevicePhys.Cli;
using DevicePhys.Errors;
using Xunit;

namespace DevicePhys.Tests.Cli;

public class FailureTests
{
    public static TheoryData<Exception, int, string> Failures => new()
    {
        { new CardException("Vteam/Example: parameter 'ROn' is missing."), 1, "Vteam/Example: parameter 'ROn' is missing." },
        { new DataFileException("t.npz: nothing in it."), 1, "t.npz: nothing in it." },
        { new FileNotFoundException("Could not find file 'a'."), 1, "Could not find file 'a'." },
        { new ArgumentException("At least one seed is needed.", "seeds"), 2, "At least one seed is needed." },
        { new ConvergenceException("node 2 does not settle at 3 ns.", "2", 3e-9, 1, []), 3, "node 2 does not settle at 3 ns." },
        { new OperationCanceledException(), 130, "cancelled." },
        { new AggregateException(new AggregateException(new CardException("inside."))), 1, "inside." },
        { new AggregateException(new OperationCanceledException()), 130, "cancelled." },
        { new InvalidOperationException("two\nlines"), 1, "unexpected InvalidOperationException: two lines (--verbose shows where)" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_is_one_sentence_and_an_exit_code(Exception exception, int code, string sentence)
    {
        var run = await Invocation.OfWork(_ => throw exception, []);
        Assert.Equal(new Invocation(code, "", $"devicephys: {sentence}{Environment.NewLine}"), run);
    }

    [Fact]
    public async Task Verbose_adds_the_stack_trace()
    {
        var run = await Invocation.OfWork(_ => throw new CardException("bad."), ["--verbose"]);
        Assert.StartsWith($"devicephys: bad.{Environment.NewLine}", run.Error);
        Assert.Contains("   at ", run.Error);
    }

    [Theory]
    [InlineData(ExitCode.Ok, 0)]
    [InlineData(ExitCode.Failed, 1)]
    [InlineData(ExitCode.NotConverged, 3)]
    public async Task A_verb_may_return_its_exit_code_itself(object code, int expected) =>
        Assert.Equal(new Invocation(expected, "", ""), await Invocation.OfWork(_ => Task.FromResult((ExitCode)code), []));

    [Fact]
    public async Task A_cancelled_verb_ends_with_130()
    {
        using var cancel = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var run = Invocation.OfWork(
            async session =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, session.Cancellation);
                return ExitCode.Ok;
            },
            [],
            cancel.Token);
        await started.Task;
        await cancel.CancelAsync();
        Assert.Equal(new Invocation(130, "", $"devicephys: cancelled.{Environment.NewLine}"), await run);
    }
}
