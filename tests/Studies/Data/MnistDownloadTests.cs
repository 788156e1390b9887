using System.Net;
using System.Security.Cryptography;
using DevicePhys.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Studies.Data;

public sealed class MnistDownloadTests : IDisposable
{
    private static readonly byte[][] Bodies = [IdxBytes.Gzip(IdxBytes.Images(5)), IdxBytes.Gzip(IdxBytes.Labels(5))];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Good_files_are_kept_under_their_names_with_progress_to_the_end()
    {
        var mirrors = FakeMirrors.Bodies(Body);
        var told = new Recorder();
        Assert.Null(await Fetch(mirrors, progress: told));
        Assert.Equal(["one.gz", "two.gz"], folder.FileNames());
        Assert.Equal(Bodies[0], File.ReadAllBytes(Path.Combine(folder.Path, "one.gz")));
        Assert.Equal(["first.example", "first.example"], mirrors.Asked.Select(uri => uri.Host));
        Assert.Contains(new DownloadProgress("one.gz", "first.example", Bodies[0].Length, Bodies[0].Length), told.Reports);
        Assert.Contains(new DownloadProgress("two.gz", "first.example", Bodies[1].Length, Bodies[1].Length), told.Reports);
    }

    [Fact]
    public async Task Files_that_are_right_already_are_not_asked_for()
    {
        folder.Write("one.gz", Bodies[0]);
        folder.Write("two.gz", Bodies[1]);
        var mirrors = FakeMirrors.Offline();
        Assert.Null(await Fetch(mirrors));
        Assert.Empty(mirrors.Asked);
    }

    [Fact]
    public async Task A_wrong_file_in_the_folder_is_replaced()
    {
        folder.Write("one.gz", Bodies[0][..^3]);
        Assert.Null(await Fetch(FakeMirrors.Bodies(Body)));
        Assert.Equal(Bodies[0], File.ReadAllBytes(Path.Combine(folder.Path, "one.gz")));
    }

    [Fact]
    public async Task A_wrong_file_in_the_folder_is_deleted_even_without_a_network()
    {
        folder.Write("one.gz", Bodies[0][..^3]);
        Assert.NotNull(await Fetch(FakeMirrors.Offline()));
        Assert.Empty(folder.FileNames());
    }

    public static TheoryData<string, Func<byte[], HttpResponseMessage>> BadAnswers => new()
    {
        { "first.example answered 404", _ => new HttpResponseMessage(HttpStatusCode.NotFound) },
        { $"first.example sent {Bodies[0].Length - 4} of {Bodies[0].Length} bytes of one.gz", body => Ok(new ByteArrayContent(body[..^4])) },
        { $"first.example sent more than {Bodies[0].Length} bytes for one.gz", body => Ok(new ByteArrayContent([.. body, 0])) },
        { "first.example sent another one.gz than MNIST's", body => Ok(new ByteArrayContent([.. body[..^1], (byte)(body[^1] ^ 1)])) },
        { "first.example broke off one.gz", body => Ok(new StreamContent(new BrokenStream(body[..20], waits: false))) },
        { "first.example could not be reached", _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") },
        { "first.example did not answer in time", _ => throw new TaskCanceledException("the client's own time-out") },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task A_bad_answer_sends_the_download_to_the_next_mirror(string failure, Func<byte[], HttpResponseMessage> bad)
    {
        _ = failure;
        var mirrors = new FakeMirrors((uri, _) => Task.FromResult(
            uri.Host == "first.example" ? bad(Body(uri)!) : Ok(new ByteArrayContent(Body(uri)!))));
        Assert.Null(await Fetch(mirrors));
        Assert.Equal(["one.gz", "two.gz"], folder.FileNames());
        Assert.Equal(Bodies[0], File.ReadAllBytes(Path.Combine(folder.Path, "one.gz")));
        // The mirror that failed is asked last for the second file.
        Assert.Equal(["first.example", "second.example", "second.example"], mirrors.Asked.Select(uri => uri.Host));
    }

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task Bad_answers_everywhere_leave_no_file_and_say_why(string failure, Func<byte[], HttpResponseMessage> bad)
    {
        var mirrors = new FakeMirrors((uri, _) => Task.FromResult(bad(Body(uri)!)));
        Assert.Equal($"{failure}, {failure.Replace("first", "second", StringComparison.Ordinal)}", await Fetch(mirrors));
        Assert.Empty(folder.FileNames());
        Assert.Equal(2, mirrors.Asked.Count);
    }

    [Theory]
    [InlineData(50, int.MaxValue)]
    [InlineData(int.MaxValue, 50)]
    public async Task A_mirror_that_never_answers_is_left_in_time(int silence, int limit)
    {
        var mirrors = new FakeMirrors(async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return new HttpResponseMessage();
        });
        await ShouldGiveUp(mirrors, silence, limit);
    }

    [Theory]
    [InlineData(50, int.MaxValue)]
    [InlineData(int.MaxValue, 50)]
    public async Task A_mirror_that_falls_silent_is_left_in_time(int silence, int limit) => await ShouldGiveUp(FallingSilent(), silence, limit);

    [Fact]
    public async Task Cancelling_throws_and_leaves_no_file()
    {
        using var cancel = new CancellationTokenSource();
        var mirrors = FallingSilent();
        using var client = new HttpClient(mirrors);
        var told = new Recorder(_ => cancel.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Download(client).TryFetchAsync(folder.Path, told, cancel.Token));
        Assert.Empty(folder.FileNames());
        Assert.Single(mirrors.Asked);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_reason_and_no_crash()
    {
        folder.Write("file", [0]);
        var path = Path.Combine(folder.Path, "file", "mnist");
        using var client = new HttpClient(FakeMirrors.Bodies(Body));
        Assert.StartsWith($"the folder {path} cannot be written (", await Download(client).TryFetchAsync(path));
    }

    [Fact]
    public void The_mirrors_are_https_folders()
    {
        Assert.All(MnistFile.Mirrors, mirror => Assert.Equal("https", mirror.Scheme));
        Assert.All(MnistFile.Mirrors, mirror => Assert.EndsWith("/", mirror.AbsolutePath));
        Assert.True(MnistFile.Mirrors.Count >= 2);
    }

    private static HttpResponseMessage Ok(HttpContent content) => new(HttpStatusCode.OK) { Content = content };

    private static byte[]? Body(Uri uri) => uri.AbsolutePath switch
    {
        "/mnist/one.gz" => Bodies[0],
        "/mnist/two.gz" => Bodies[1],
        _ => null,
    };

    private static MnistDownload Download(HttpClient client, TimeSpan? silence = null, TimeSpan? limit = null) => new(client)
    {
        Files = [Described("one", Bodies[0]), Described("two", Bodies[1])],
        Mirrors = [new("https://first.example/mnist/"), new("https://second.example/mnist/")],
        Silence = silence ?? TimeSpan.FromDays(1),
        Limit = limit ?? TimeSpan.FromDays(1),
    };

    private static MnistFile Described(string name, byte[] body) => new(name, body.Length, Convert.ToHexStringLower(SHA256.HashData(body)), "");

    private static FakeMirrors FallingSilent() =>
        new((uri, _) => Task.FromResult(Ok(new StreamContent(new BrokenStream(Body(uri)![..20], waits: true)))));

    private async Task ShouldGiveUp(FakeMirrors mirrors, int silence, int limit)
    {
        using var client = new HttpClient(mirrors) { Timeout = Timeout.InfiniteTimeSpan };
        var download = Download(client, TimeSpan.FromMilliseconds(silence), TimeSpan.FromMilliseconds(limit));
        Assert.Equal("first.example did not answer in time, second.example did not answer in time", await download.TryFetchAsync(folder.Path));
        Assert.Empty(folder.FileNames());
    }

    private async Task<string?> Fetch(FakeMirrors mirrors, IProgress<DownloadProgress>? progress = null)
    {
        using var client = new HttpClient(mirrors);
        return await Download(client).TryFetchAsync(folder.Path, progress);
    }

    private sealed class Recorder(Action<DownloadProgress>? then = null) : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> Reports { get; } = [];

        public void Report(DownloadProgress value)
        {
            Reports.Add(value);
            then?.Invoke(value);
        }
    }
}
