using DevicePhys.Errors;

namespace DevicePhys.Studies.Data;

/// <summary>Finds MNIST on this machine, fetches it, or falls back to generated digits, and says which.</summary>
/// <remarks>
/// Order: the folder the user named; mnist/ in <see cref="DataFolders.Root"/>; the user's cache; the public mirrors, into the cache;
/// <see cref="SyntheticDigits"/>. A folder the user named is used or refused, never passed over; so is a mnist/ folder that holds any
/// of the four files. A set is called "mnist" only when all four checksums match.
/// </remarks>
/// <param name="folders">Where to look.</param>
/// <param name="client">The client to download with, which stays the caller's; null for one of its own.</param>
public sealed class MnistData(DataFolders folders, HttpClient? client = null)
{
    /// <summary>The name of the set whose four checksums are MNIST's.</summary>
    public const string Mnist = "mnist";

    /// <summary>The name of the generated set.</summary>
    public const string Synthetic = "synthetic";

    /// <summary>The name of any other set the user named.</summary>
    public const string Custom = "custom";

    /// <summary>Finds, fetches or generates digits.</summary>
    /// <param name="progress">Told about every chunk of a download.</param>
    /// <param name="cancellation">Ends the work; no partial file stays behind.</param>
    /// <returns>The digits; <see cref="DigitSet.Notice"/> says why they are not MNIST where they are not.</returns>
    /// <exception cref="DataFileException">The named folder, or mnist/ under the data root, does not hold what it should.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<DigitSet> LoadAsync(IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (FindNamed() is { } found) return found;
        var failure = "there is no folder to keep a download in";
        if (folders.Cache is { } cache)
        {
            using var own = client is null ? MnistDownload.CreateClient() : null;
            failure = await new MnistDownload(client ?? own!).TryFetchAsync(cache, progress, cancellation).ConfigureAwait(false);
            if (failure is null) return MnistFolder.Load(cache);
        }

        return SyntheticDigits.Create(cancellation: cancellation) with
        {
            Notice = $"MNIST is not on this machine and could not be fetched ({failure}); "
                + $"generated digits are used and results are called '{Synthetic}'.",
        };
    }

    /// <summary>Looks in the named folder and under the data root only: no cache, no network, no generated digits.</summary>
    /// <returns>The digits, or null when no folder was named and the data root has no mnist/ files.</returns>
    /// <exception cref="DataFileException">The named folder, or mnist/ under the data root, does not hold what it should.</exception>
    public DigitSet? FindNamed()
    {
        if (folders.Data is { } data) return MnistFolder.Load(data);
        if (folders.Root is not { } root) return null;
        var folder = Path.Combine(root, "mnist");
        if (!MnistFolder.HasAny(folder)) return null;
        var found = MnistFolder.Load(folder);
        return found.Name == Mnist
            ? found
            : throw new DataFileException(
                $"{folder}: folder: its files are not MNIST's, expected the four checksums of MNIST ('--data' takes other sets).");
    }
}
