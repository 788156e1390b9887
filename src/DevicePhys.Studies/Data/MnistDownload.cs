using System.Globalization;
using System.Security.Cryptography;

namespace DevicePhys.Studies.Data;

/// <summary>Fetches MNIST's four gzip files into a folder; what does not have the right checksum never gets its final name.</summary>
/// <remarks>
/// Each file is written under a temporary name, verified, and renamed; anything else is deleted and the next mirror is asked.
/// Several processes may fill the same folder at once. The client is the caller's to dispose of.
/// </remarks>
/// <param name="client">The client that asks; see <see cref="CreateClient"/>.</param>
public sealed class MnistDownload(HttpClient client)
{
    private const int ChunkLength = 1 << 16;

    /// <summary>The files to fetch.</summary>
    public IReadOnlyList<MnistFile> Files { get; init; } = MnistFile.All;

    /// <summary>The mirrors, in the order they are tried.</summary>
    public IReadOnlyList<Uri> Mirrors { get; init; } = MnistFile.Mirrors;

    /// <summary>How long a mirror may be silent before the next one is asked.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one file may take from one mirror.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Makes a client that gives up soon where there is no network: 3 s to connect.</summary>
    /// <returns>A client for the caller to dispose of.</returns>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3) })
    {
        // Silence and Limit watch over the answer, so that a slow line that does deliver is not cut off.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Makes sure that the folder holds the files, verified.</summary>
    /// <param name="folder">The folder; made when it does not exist. A wrong file in it is replaced.</param>
    /// <param name="progress">Told about every chunk that arrives.</param>
    /// <param name="cancellation">Ends the download; no partial file stays behind.</param>
    /// <returns>Null when the files are there, otherwise why they are not.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<string?> TryFetchAsync(string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var mirrors = Mirrors.ToList();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Files)
            {
                if (await IsRightAsync(Path.Combine(folder, file.CompressedName), file, cancellation).ConfigureAwait(false)) continue;
                var failure = await FetchAsync(folder, file, mirrors, progress, cancellation).ConfigureAwait(false);
                if (failure is not null) return failure;
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the folder {folder} cannot be written ({e.GetType().Name})";
        }
    }

    private static async Task<bool> IsRightAsync(string path, MnistFile file, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return false;
        string found;
        await using (var stream = File.OpenRead(path))
            found = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
        if (found == file.CompressedSha256) return true;
        File.Delete(path);
        return false;
    }

    private async Task<string?> FetchAsync(
        string folder, MnistFile file, List<Uri> mirrors, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var mirror in mirrors.ToArray())
        {
            var part = Path.Combine(folder, $"{file.CompressedName}.{Guid.NewGuid():N}.part");
            try
            {
                var failure = await FetchAsync(mirror, file, part, progress, cancellation).ConfigureAwait(false);
                if (failure is null)
                {
                    File.Move(part, Path.Combine(folder, file.CompressedName), overwrite: true);
                    return null;
                }

                failures.Add($"{mirror.Host} {failure}");
            }
            finally
            {
                File.Delete(part);
            }

            // A mirror that failed once is asked last from now on: four files should not wait for it four times.
            mirrors.Remove(mirror);
            mirrors.Add(mirror);
        }

        return string.Join(", ", failures);
    }

    // Null when the file has arrived whole and right, otherwise what the mirror did wrong. Errors of the disk are thrown.
    private async Task<string?> FetchAsync(
        Uri mirror, MnistFile file, string part, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        silence.CancelAfter(Silence);
        try
        {
            using var answer = await client.GetAsync(new Uri(mirror, file.CompressedName), HttpCompletionOption.ResponseHeadersRead, silence.Token)
                .ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode) return $"answered {((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)}";
            await using var body = await answer.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            await using var disk = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var chunk = new byte[ChunkLength];
            var length = 0L;
            while (true)
            {
                silence.CancelAfter(Silence);
                var got = await ReadAsync(body, chunk, silence.Token).ConfigureAwait(false);
                if (got == 0) break;
                length += got;
                if (length > file.CompressedLength) return $"sent more than {file.CompressedLength} bytes for {file.CompressedName}";
                hash.AppendData(chunk, 0, got);
                await disk.WriteAsync(chunk.AsMemory(0, got), cancellation).ConfigureAwait(false);
                progress?.Report(new DownloadProgress(file.CompressedName, mirror.Host, length, file.CompressedLength));
            }

            if (length < file.CompressedLength) return $"sent {length} of {file.CompressedLength} bytes of {file.CompressedName}";
            return Convert.ToHexStringLower(hash.GetHashAndReset()) == file.CompressedSha256
                ? null
                : $"sent another {file.CompressedName} than MNIST's";
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError == HttpRequestError.ResponseEnded ? $"broke off {file.CompressedName}" : "could not be reached";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "did not answer in time";
        }
    }

    // A connection that breaks is an IOException like a full disk; it is told apart here, because only the first is the mirror's fault.
    private static async Task<int> ReadAsync(Stream body, byte[] chunk, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(chunk, cancellation).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, e.Message, e);
        }
    }
}
