using DevicePhys.Cli.Report;
using DevicePhys.Cli.Report.Sections;
using DevicePhys.Errors;
using DevicePhys.Sampling;
using DevicePhys.Tables;
using DevicePhys.Tests.Plotting;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Cli;

/// <summary>Damaged run files end in a page or a named error. DEVICEPHYS_FUZZ sets the number of mutations (10,000 in a full run).</summary>
public sealed class ReportFuzzTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Damage_gives_a_page_or_a_sentence_that_names_the_file()
    {
        var mutations = int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_FUZZ"), out var asked) ? asked : 400;
        PulseTableFile.Save(SamplePictures.Table(), folder["table.npz"]);
        string[] originals =
        [
            ReportRuns.Fit(folder["fit.json"]), ReportRuns.Training(folder["mnist.json"]), ReportRuns.Validation(folder["validate.json"]), ReportRuns.Ablation(folder["ablate.json"]),
            ReportRuns.Array(folder["array.json"]), ReportRuns.Unknown(folder["other.json"]), ReportRuns.Picture(folder["picture.svg"]), folder["table.npz"],
        ];
        var run = folder["run"];
        var (pages, refused) = (0, 0);
        for (var mutation = 0; mutation < mutations; mutation++)
        {
            var original = originals[mutation % originals.Length];
            Directory.CreateDirectory(run);
            var file = Path.Combine(run, Path.GetFileName(original));
            File.WriteAllBytes(file, Damage.Of(File.ReadAllBytes(original), new RandomStream(17, "run file", (ulong)mutation)));
            try
            {
                // A folder shows pictures and records; a pulse table is a run by itself.
                var sections = RunReader.Read(original.EndsWith(".npz", StringComparison.Ordinal) ? file : run).ToList();
                sections.AddRange(CardSection.Of([.. sections]));
                Assert.EndsWith("</html>\n", ReportPage.Of("fuzz", sections));
                pages++;
            }
            catch (DataFileException exception)
            {
                Assert.StartsWith(run, exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', exception.Message);
                refused++;
            }

            File.Delete(file);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(run));
        Assert.True(pages > mutations / 50 && refused > mutations / 50, $"{pages} pages, {refused} refused");
    }
}
