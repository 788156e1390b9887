using Spectre.Console;

namespace DevicePhys.Cli;

/// <summary>A progress bar on a terminal; reports may come from any thread.</summary>
internal sealed class ProgressBar : IProgress<WorkProgress>
{
    private readonly ProgressTask task;

    private ProgressBar(ProgressTask task) => this.task = task;

    /// <summary>Runs work under a bar, which is gone when the work is done.</summary>
    public static Task<T> TrackAsync<T>(IAnsiConsole console, Func<IProgress<WorkProgress>, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => Task.Run(() => work(new ProgressBar(context.AddTask("starting", maxValue: 1)))));

    /// <inheritdoc/>
    public void Report(WorkProgress value)
    {
        if (value.Activity.Length > 0)
        {
            task.Description = Markup.Escape(value.Activity);
        }

        task.Value = value.Fraction;
    }
}
