using System.Diagnostics;
using System.Text.Json;
using DevicePhys.Notebooks.Kernel;
using DevicePhys.Tests.Architecture;
using DevicePhys.Tests.Cli;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Notebooks;

public sealed class KernelTests
{
    [Fact]
    public async Task The_kernel_serves_the_client_of_Jupyter()
    {
        using var folder = new TemporaryFolder();
        var install = await Invocation.OfTool("notebook", "install", "--prefix", folder.Path);
        Assert.Equal((0, ""), (install.Code, install.Error));
        var report = Drive(folder.Path);

        Assert.Equal("C#", report.GetProperty("info").GetProperty("language_info").GetProperty("name").GetString());

        // Busy, what was sent, what came, idle: in this order.
        var first = report.GetProperty("first");
        Assert.Equal(["status", "execute_input", "stream", "display_data", "execute_result", "status"], Types(first));
        Assert.Equal("hello\n", Published(first, "stream").GetProperty("text").GetString());
        Assert.Equal("shown", Text(Published(first, "display_data")));
        Assert.Equal("4E-06", Text(Published(first, "execute_result")));
        Assert.Equal(("ok", 1), (Status(first), first.GetProperty("reply").GetProperty("execution_count").GetInt32()));

        var plot = Published(report.GetProperty("plot"), "execute_result").GetProperty("data");
        Assert.StartsWith("<svg", plot.GetProperty("image/svg+xml").GetString());
        Assert.Equal("[picture: t]", plot.GetProperty("text/plain").GetString());

        var error = Published(report.GetProperty("error"), "error");
        Assert.Equal("cell 3 (2,13): error CS0103: The name 'missing' does not exist in the current context", error.GetProperty("evalue").GetString());
        Assert.Equal("error", Status(report.GetProperty("error")));
        Assert.Equal("InvalidOperationException", Published(report.GetProperty("thrown"), "error").GetProperty("ename").GetString());
        Assert.Equal(["error", "aborted"], report.GetProperty("aborted").EnumerateArray().Select(status => status.GetString()));

        // The clef is one character to the client and two to .NET.
        var completion = report.GetProperty("completion");
        Assert.Contains("Sqrt", completion.GetProperty("matches").EnumerateArray().Select(match => match.GetString()));
        Assert.Equal((11, 13), (completion.GetProperty("cursor_start").GetInt32(), completion.GetProperty("cursor_end").GetInt32()));
        Assert.Equal(["CompareTo"], report.GetProperty("variable").GetProperty("matches").EnumerateArray().Select(match => match.GetString()));
        var inspection = report.GetProperty("inspection").GetProperty("data").GetProperty("text/plain").GetString();
        Assert.Contains("CurvePlot.Draw(string title", inspection, StringComparison.Ordinal);
        Assert.Equal(["complete", "incomplete", "invalid"], report.GetProperty("complete").EnumerateArray().Select(answer => answer.GetProperty("status").GetString()));

        Assert.Equal("KeyboardInterrupt", Published(report.GetProperty("interrupted"), "error").GetProperty("ename").GetString());
        Assert.Equal("KeyboardInterrupt", Published(report.GetProperty("signalled"), "error").GetProperty("ename").GetString());
        Assert.Equal("6E-06", Text(Published(report.GetProperty("after"), "execute_result")));
        Assert.Equal("42", Text(Published(report.GetProperty("asked"), "execute_result")));
        Assert.False(report.GetProperty("alive").GetBoolean());
    }

    [Fact]
    public async Task The_kernel_ends_with_the_process_that_started_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no sleep to be a parent");
        using var folder = new TemporaryFolder();
        using var parent = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        var (shell, control, iopub, stdin, hb) = (Port(), Port(), Port(), Port(), Port());
        using var server = new KernelServer(new("tcp", "127.0.0.1", shell, control, iopub, stdin, hb, "key"), folder.Path, TimeProvider.System, _ => { }, parent.Id);
        var run = Task.Run(() => server.Run(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        parent.Kill();
        await parent.WaitForExitAsync(TestContext.Current.CancellationToken);
        await run.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        static int Port()
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        }
    }

    [Fact]
    public void A_message_that_was_changed_on_the_way_is_not_read()
    {
        var frames = new MessageFrames("key");
        var message = new KernelMessage(["client"u8.ToArray()], new() { ["msg_type"] = "execute_request" }, [], new() { ["code"] = "1" });
        var read = frames.Read(frames.Write(message), out var flaw)!;
        Assert.Equal(("execute_request", "1", null), (read.Type, KernelMessage.Text(read.Content, "code"), flaw));
        Assert.Equal(message.Identities, read.Identities);
        Assert.Null(new MessageFrames("other").Read(frames.Write(message), out flaw));
        Assert.Equal("a message has a wrong signature", flaw);
        Assert.Null(frames.Read(new NetMQ.NetMQMessage(["<IDS|MSG>"u8.ToArray()]), out flaw));
        Assert.Equal("a message has too few parts", flaw);
    }

    // HMAC-SHA256 of "{}{}{}{}" under the key "key", by Python's hmac.
    [Fact]
    public void Signatures_are_those_of_the_protocol() =>
        Assert.Equal("ca767b02c5bc061ed184a9a029e7f93a7f2f7ed4e8fe74120fc1212f0b008fa3", new MessageFrames("key").Write(new([], [], [], []))[1].ConvertToString());

    [Fact]
    public async Task A_connection_file_that_is_none_is_refused_with_one_sentence()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "connection.json");
        var absent = await Invocation.OfTool("notebook", "kernel", path);
        Assert.Equal(1, absent.Code);
        Assert.Contains("expected a connection file of Jupyter", absent.Error, StringComparison.Ordinal);
        File.WriteAllText(path, """{"transport":"ipc","ip":"127.0.0.1","shell_port":1,"control_port":2,"iopub_port":3,"stdin_port":4,"hb_port":5,"key":""}""");
        Assert.Equal($"devicephys: {path}: the transport is 'ipc', expected 'tcp'.", (await Invocation.OfTool("notebook", "kernel", path)).Error.Trim());
        File.WriteAllText(path, """{"transport":"tcp"}""");
        Assert.StartsWith($"devicephys: {path}: this is not a connection file of Jupyter", (await Invocation.OfTool("notebook", "kernel", path)).Error, StringComparison.Ordinal);
    }

    private static JsonElement Drive(string prefix)
    {
        const string Skipped = "the kernel is not driven by the client of Jupyter";
        try
        {
            var script = Path.Combine(Repository.Root, "tests", "Notebooks", "kernel_client.py");
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, prefix]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.SkipWhen(error.Result.Contains("ModuleNotFoundError", StringComparison.Ordinal), $"jupyter_client is absent: {Skipped}");
            Assert.True(process.ExitCode == 0, error.Result);
            return JsonDocument.Parse(output).RootElement;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"python3 is absent: {Skipped}");
            throw;
        }
    }

    private static IEnumerable<string?> Types(JsonElement run) => run.GetProperty("published").EnumerateArray().Select(message => message[0].GetString());

    private static JsonElement Published(JsonElement run, string type) => run.GetProperty("published").EnumerateArray().Single(message => message[0].GetString() == type)[1];

    private static string? Text(JsonElement content) => content.GetProperty("data").GetProperty("text/plain").GetString();

    private static string? Status(JsonElement run) => run.GetProperty("reply").GetProperty("status").GetString();
}
