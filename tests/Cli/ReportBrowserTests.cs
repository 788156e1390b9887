using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Cli;

/// <summary>The report opened by a real browser without a screen.</summary>
public sealed partial class ReportBrowserTests : IDisposable
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    // Counts what is drawn inside each plot; zooms into the first one and says what its axis then shows.
    private const string Probe = """
        <script>
        window.addEventListener("load", () => setTimeout(() => {
          const ink = [...document.querySelectorAll(".uplot canvas")].map(c => {
            const p = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
            const seen = new Set();
            for (let i = 0; i < p.length; i += 4) if (p[i + 3] > 100) seen.add((p[i] << 16) | (p[i + 1] << 8) | p[i + 2]);
            return [...seen].some(v => v !== 0 && ((v >> 16) & 255) + 40 < (v & 255)) ? seen.size : 0;
          });
          document.querySelector(".tools button").click();
          document.body.dataset.ink = ink.join(" ");
          document.body.dataset.hidden = document.querySelectorAll("figure.live img").length;
          document.body.dataset.wide = document.documentElement.scrollWidth > innerWidth;
        }, 300));
        </script></body>
        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1100)]
    [InlineData(500)]
    public async Task Every_plot_is_drawn_and_the_page_is_not_wider_than_its_window(int width)
    {
        var dom = await Open(await Page(""), width, "");
        var ink = Ink().Match(dom).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        Assert.Equal(3, ink.Length);
        Assert.All(ink, colours => Assert.InRange(colours, 5, int.MaxValue));
        Assert.Contains("data-hidden=\"3\"", dom);
        Assert.Contains("data-wide=\"false\"", dom);
    }

    // Every request of the browser would go through the proxy, which is this test; the control shows that it sees one.
    [Fact]
    public async Task No_request_leaves_the_page()
    {
        Assert.DoesNotContain("devicephys.invalid", await Requests(await Page("<img src=\"http://devicephys.invalid/a.png\">")));
        var control = folder["control.html"];
        File.WriteAllText(control, "<!DOCTYPE html><body><img src=\"http://devicephys.invalid/a.png\"></body>");
        Assert.Contains("devicephys.invalid", await Requests(control));
        var asked = await Requests(await Page(""));
        Assert.DoesNotMatch("uplot|devicephys|cdn|file:", asked.ToLowerInvariant());
    }

    [GeneratedRegex("data-ink=\"([^\"]*)\"")]
    private static partial Regex Ink();

    private async Task<string> Page(string more)
    {
        var page = folder["report.html"];
        var run = await Invocation.OfTool("report", ReportRuns.Fit(folder["fit.json"]), ReportRuns.Array(folder["array.json"]), ReportRuns.Validation(folder["validate.json"]), "-o", page);
        Assert.Equal(0, run.Code);
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page)).Replace("</body>", more + Probe, StringComparison.Ordinal));
        return page;
    }

    private async Task<string> Requests(string page)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var serving = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var buffer = new byte[2048];
                var count = await client.GetStream().ReadAsync(buffer);
                heard.Enqueue(System.Text.Encoding.Latin1.GetString(buffer, 0, count));
            }
        });
        await Open(page, 1000, $"--proxy-server=127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => serving);
        return string.Join('\n', heard);
    }

    private async Task<string> Open(string page, int width, string more)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            $"--user-data-dir={folder["profile"]}", $"--window-size={width},2000", "--virtual-time-budget=3000", "--dump-dom", .. more.Length > 0 ? [more] : (string[])[], new Uri(Path.GetFullPath(page)).AbsoluteUri,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var browser in Browsers)
        {
            start.FileName = browser;
            try
            {
                using var process = Process.Start(start)!;
                var error = process.StandardError.ReadToEndAsync();
                var dom = await process.StandardOutput.ReadToEndAsync();
                await process.WaitForExitAsync();
                await error;
                return dom;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // The next name.
            }
        }

        Assert.Skip("needs chromium");
        return "";
    }
}
