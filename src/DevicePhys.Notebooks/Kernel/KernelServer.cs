using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>Serves C# cells to Jupyter clients, over the five sockets of its protocol.</summary>
/// <remarks>
/// All sockets live on one thread, which is never kept busy: requests of the shell are worked on by another thread, one after the other, and a cell
/// runs on a third. So interrupts and the heartbeat are answered while a cell runs.
/// </remarks>
public sealed class KernelServer : IDisposable
{
    private readonly MessageFrames frames;
    private readonly TimeProvider clock;
    private readonly Action<string> log;
    private readonly string session = Guid.NewGuid().ToString();
    private readonly RouterSocket shell = new(), control = new(), stdin = new();
    private readonly PublisherSocket iopub = new();
    private readonly ResponseSocket heartbeat = new();
    private readonly NetMQQueue<(NetMQSocket Socket, NetMQMessage? Message)> outgoing = new();
    private readonly NetMQPoller poller;
    private readonly ShellWorker worker;

    /// <summary>Binds the sockets.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="folder">The folder that relative paths in cells begin at.</param>
    /// <param name="clock">Tells the time for the headers of messages.</param>
    /// <param name="log">Told about messages that are not used.</param>
    /// <param name="parent">The process whose end is the end of the kernel; null for none.</param>
    /// <exception cref="Errors.DataFileException">A port is taken.</exception>
    public KernelServer(ConnectionFile connection, string folder, TimeProvider clock, Action<string> log, int? parent = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        (frames, this.clock, this.log) = (new MessageFrames(connection.Key), clock, log);
        (NetMQSocket Socket, int Port)[] sockets =
            [(shell, connection.ShellPort), (control, connection.ControlPort), (stdin, connection.StdinPort), (iopub, connection.IopubPort), (heartbeat, connection.HbPort)];
        foreach (var (socket, port) in sockets)
        {
            socket.Options.Linger = TimeSpan.FromSeconds(1);
            Bind(socket, connection.Address(port));
        }

        var watch = new NetMQTimer(TimeSpan.FromSeconds(1));
        poller = [outgoing, shell, control, stdin, heartbeat, watch];
        watch.Elapsed += (_, _) => StopWithout(parent);
        worker = new ShellWorker(this, folder);
        outgoing.ReceiveReady += (_, _) => SendQueued();
        heartbeat.ReceiveReady += (_, _) => heartbeat.SendMultipartMessage(heartbeat.ReceiveMultipartMessage());
        shell.ReceiveReady += (_, _) => Receive(shell, worker.Add);
        control.ReceiveReady += (_, _) => Receive(control, request => ControlRequests.Answer(this, worker, request));
        stdin.ReceiveReady += (_, _) => Receive(stdin, worker.Answered);
    }

    /// <summary>Serves until a client asks for the end.</summary>
    /// <param name="cancellation">Ends it likewise.</param>
    public void Run(CancellationToken cancellation = default)
    {
        using var stop = cancellation.Register(Stop);
        worker.Start();
        Publish("status", new JsonObject { ["execution_state"] = "starting" }, []);
        poller.Run();
        worker.Stop();
    }

    /// <summary>Ends the cell that runs; nothing happens when none does.</summary>
    public void Interrupt() => worker.Interrupt();

    /// <inheritdoc/>
    public void Dispose()
    {
        poller.Dispose();
        worker.Dispose();
        foreach (var socket in (IDisposable[])[shell, control, stdin, iopub, heartbeat, outgoing])
            socket.Dispose();
    }

    /// <summary>Ends <see cref="Run"/> when all that was to be sent is sent.</summary>
    internal void Stop() => outgoing.Enqueue((iopub, null));

    /// <summary>Answers a request of the shell.</summary>
    internal void Reply(KernelMessage request, string type, JsonObject content) => Send(shell, request.Identities, type, content, request.Header);

    /// <summary>Answers a request of control.</summary>
    internal void ReplyControl(KernelMessage request, string type, JsonObject content) => Send(control, request.Identities, type, content, request.Header);

    /// <summary>Asks the client that sent a request.</summary>
    internal void Ask(KernelMessage request, JsonObject content) => Send(stdin, request.Identities, "input_request", content, request.Header);

    /// <summary>Tells everybody.</summary>
    internal void Publish(string type, JsonObject content, JsonObject parent) => Send(iopub, [Encoding.UTF8.GetBytes($"kernel.{session}.{type}")], type, content, parent);

    private void Send(NetMQSocket socket, IReadOnlyList<byte[]> identities, string type, JsonObject content, JsonObject parent)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString(), ["session"] = session, ["username"] = "kernel",
            ["date"] = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture), ["msg_type"] = type, ["version"] = KernelInfo.Protocol,
        };
        outgoing.Enqueue((socket, frames.Write(new(identities, header, parent, content))));
    }

    private void SendQueued()
    {
        while (outgoing.TryDequeue(out var next, TimeSpan.Zero))
        {
            if (next.Message is null)
                poller.Stop();
            else
                next.Socket.SendMultipartMessage(next.Message);
        }
    }

    private void Receive(NetMQSocket socket, Action<KernelMessage> take)
    {
        NetMQMessage? parts = null;
        while (socket.TryReceiveMultipartMessage(ref parts!))
        {
            if (frames.Read(parts, out var flaw) is { } message)
                take(message);
            else
                log(flaw!);
        }
    }

    // A client that was killed cannot ask for the end; a kernel without one would stay for ever.
    private void StopWithout(int? process)
    {
        try
        {
            if (process is { } id)
                System.Diagnostics.Process.GetProcessById(id).Dispose();
        }
        catch (ArgumentException)
        {
            poller.Stop();
        }
    }

    private static void Bind(NetMQSocket socket, string address)
    {
        try
        {
            socket.Bind(address);
        }
        catch (Exception exception) when (exception is NetMQException or System.Net.Sockets.SocketException or FormatException or ArgumentException)
        {
            throw new Errors.DataFileException($"{address}: the kernel cannot listen there ({exception.Message.TrimEnd('.')}), expected a free port of this machine.", exception);
        }
    }
}
