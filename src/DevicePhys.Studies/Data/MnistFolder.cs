using DevicePhys.Errors;

namespace DevicePhys.Studies.Data;

/// <summary>Reads the four IDX files of a folder into one set of digits.</summary>
internal static class MnistFolder
{
    private const int Side = 28;

    /// <summary>Whether any of the four files is there.</summary>
    public static bool HasAny(string folder) => MnistFile.All.Any(file => file.FindIn(folder) is not null);

    /// <summary>Reads the folder and names the set by its checksums.</summary>
    /// <exception cref="DataFileException">A file is missing or damaged, or the files do not belong together.</exception>
    public static DigitSet Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataFileException($"{folder}: folder: it does not exist, expected a folder with the four IDX files of MNIST.");
        var (train, trainOther) = LoadPart(folder, MnistFile.TrainImages, MnistFile.TrainLabels);
        var (test, testOther) = LoadPart(folder, MnistFile.TestImages, MnistFile.TestLabels);
        var other = trainOther ?? testOther;
        return other is null
            ? new DigitSet(MnistData.Mnist, folder, train, test)
            : new DigitSet(MnistData.Custom, folder, train, test,
                $"{other} does not have the checksum of MNIST, so the data set is called '{MnistData.Custom}' and not '{MnistData.Mnist}'.");
    }

    // The second item is the first file that is not MNIST's own, or null.
    private static (DigitImages Part, string? Other) LoadPart(string folder, MnistFile imagesFile, MnistFile labelsFile)
    {
        var images = IdxFile.ReadImages(Existing(folder, imagesFile));
        if (images.Rows != Side || images.Columns != Side)
            throw new DataFileException($"{images.File}: bytes 8-15: the images are {images.Rows} x {images.Columns}, expected {Side} x {Side}.");
        var labels = IdxFile.ReadLabels(Existing(folder, labelsFile));
        if (labels.Count != images.Count)
            throw new DataFileException($"{labels.File}: bytes 4-7: there are {labels.Count} labels, expected {images.Count} as there are images.");
        var other = images.Sha256 != imagesFile.ContentSha256 ? images.File : labels.Sha256 != labelsFile.ContentSha256 ? labels.File : null;
        return (new DigitImages(images.Rows, images.Columns, images.Values, labels.Values), other);
    }

    private static string Existing(string folder, MnistFile file) =>
        file.FindIn(folder) ?? throw new DataFileException($"{folder}: folder: {file.Name} is missing, expected it with or without .gz.");
}
