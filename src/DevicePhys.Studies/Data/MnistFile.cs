namespace DevicePhys.Studies.Data;

/// <summary>One of MNIST's four files: its name and what it must contain.</summary>
/// <param name="Name">The file's name without ".gz".</param>
/// <param name="CompressedLength">The length of the gzip file [bytes].</param>
/// <param name="CompressedSha256">SHA-256 of the gzip file, lower-case hex.</param>
/// <param name="ContentSha256">SHA-256 of the decompressed file, lower-case hex.</param>
public sealed record MnistFile(string Name, long CompressedLength, string CompressedSha256, string ContentSha256)
{
    /// <summary>The training images, 60,000 of 28 × 28.</summary>
    public static MnistFile TrainImages { get; } = new(
        "train-images-idx3-ubyte", 9912422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");

    /// <summary>The training labels, 60,000.</summary>
    public static MnistFile TrainLabels { get; } = new(
        "train-labels-idx1-ubyte", 28881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");

    /// <summary>The test images, 10,000 of 28 × 28.</summary>
    public static MnistFile TestImages { get; } = new(
        "t10k-images-idx3-ubyte", 1648877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");

    /// <summary>The test labels, 10,000.</summary>
    public static MnistFile TestLabels { get; } = new(
        "t10k-labels-idx1-ubyte", 4542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /// <summary>The four files.</summary>
    public static IReadOnlyList<MnistFile> All { get; } = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>Public copies of the four gzip files, in the order they are tried.</summary>
    public static IReadOnlyList<Uri> Mirrors { get; } =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
    ];

    /// <summary>The gzip file's name.</summary>
    public string CompressedName => Name + ".gz";

    /// <summary>The path of this file in a folder, compressed or not, or null when it is not there.</summary>
    /// <param name="folder">The folder to look in.</param>
    /// <returns>The first of "name.gz", "name" and the name as some tools unpack it, with a dot before "idx".</returns>
    public string? FindIn(string folder)
    {
        string[] names = [CompressedName, Name, Name.Replace("-idx", ".idx", StringComparison.Ordinal)];
        return names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
