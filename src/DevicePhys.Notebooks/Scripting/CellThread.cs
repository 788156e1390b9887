using System.Collections.Concurrent;
using System.Runtime;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>Runs the code of a cell on a thread of its own, which an interrupt ends wherever it is.</summary>
/// <remarks>
/// What follows an await comes back to the same thread, so that it can be interrupted as well. Work that a cell has given to other threads is not
/// interrupted: it runs to its end unseen.
/// </remarks>
internal static class CellThread
{
    // Recursion over a large structure should not end the process.
    private const int StackSize = 64 << 20;
    private const int WakeInterval = 50;

    /// <summary>Runs work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="interrupt">Ends it.</param>
    /// <returns>What it returns.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static T Run<T>(Func<Task<T>> work, CancellationToken interrupt)
    {
        Task<T>? task = null;
        Exception? failure = null;
        var thread = new Thread(() => failure = Failure(() => task = Pump(work), interrupt), StackSize) { IsBackground = true, Name = "cell" };
        thread.Start();

        // A thread that waits for something does not see that it is to be cut off until it is woken; it may wait again before it does.
        while (!thread.Join(WakeInterval))
        {
            if (interrupt.IsCancellationRequested)
                thread.Interrupt();
        }

        if (failure is ThreadInterruptedException && interrupt.IsCancellationRequested)
            throw new OperationCanceledException(interrupt);
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return task!.GetAwaiter().GetResult();
    }

    private static Exception? Failure(Action action, CancellationToken interrupt)
    {
        try
        {
            // Obsolete, because code that is cut off anywhere may leave locks and half-made objects behind. A cell of an interactive session that the
            // user wants to stop is what it was made for: there is no other way to stop a loop that looks at no token.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(action, interrupt);
#pragma warning restore SYSLIB0046
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static Task<T> Pump<T>(Func<Task<T>> work)
    {
        using var queue = new BlockingCollection<(SendOrPostCallback Callback, object? State)>();
        SynchronizationContext.SetSynchronizationContext(new Queue(queue));
        var task = work();
        task.ContinueWith(_ => queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (var (callback, state) in queue.GetConsumingEnumerable())
            callback(state);
        return task;
    }

    private sealed class Queue(BlockingCollection<(SendOrPostCallback Callback, object? State)> queue) : SynchronizationContext
    {
        // A continuation of a cell that has ended has nowhere to go; nobody waits for it any more.
        public override void Post(SendOrPostCallback d, object? state)
        {
            try
            {
                queue.Add((d, state));
            }
            catch (InvalidOperationException)
            {
            }
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
