using System.Globalization;
using CsCheck;
using DevicePhys.Errors;
using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Pages;
using Xunit;

namespace DevicePhys.Tests.Notebooks;

public sealed class NotebookFuzzTests
{
    // DEVICEPHYS_FUZZ=10000 is the full number; the gate has a share of it.
    private static readonly int Mutations = int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1000;

    private static readonly string[] Fragments =
    [
        "\"", "{", "}", "[", "]", ",", ":", "null", "true", "-", "1e999", "NaN", "\\ud800", "\\u0000", "\"source\":", "\"id\": \"first\",", "\"cells\": [],", "\"outputs\": {},",
        "\"data\": [],", "0", "-1", "4.5", "\uFFFF", "𝄞", "\n", "[[[[[[[[[[[[", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "]]>", "<script>", "> > > > ", "`", "#",
    ];

    private static readonly Gen<string> Mutated =
        Gen.Select(Gen.Int[0, SampleNotebook.Json.Length - 1], Gen.Int[0, 30], Gen.OneOf(Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]), Gen.String[0, 5], Gen.Const("")))
            .Array[1, 4].Select(edits => edits.Aggregate(SampleNotebook.Json, Edited));

    [Fact]
    public void A_mutated_notebook_is_read_written_and_printed_or_refused_with_one_sentence() =>
        Mutated.Sample(
            json =>
            {
                try
                {
                    var notebook = Notebook.Parse(json, "my.ipynb");
                    var text = notebook.ToString();
                    return Notebook.Parse(text, "my.ipynb").ToString() == text && NotebookPage.Of(notebook).EndsWith("</html>\n", StringComparison.Ordinal);
                }
                catch (DataFileException exception)
                {
                    return exception.Message.StartsWith("my.ipynb:", StringComparison.Ordinal) && exception.Message.EndsWith('.')
                        && !exception.Message.Any(char.IsControl) && exception.Message.Length < 400;
                }
            },
            iter: Mutations);

    [Fact]
    public void A_mutated_page_has_no_live_script_of_its_notebook() =>
        Mutated.Sample(
            json =>
            {
                try
                {
                    return !NotebookPage.Of(Notebook.Parse(json, "my.ipynb")).Contains("<script", StringComparison.OrdinalIgnoreCase);
                }
                catch (DataFileException)
                {
                    return true;
                }
            },
            iter: Mutations / 10);

    private static string Edited(string text, (int At, int Removed, string Inserted) edit)
    {
        var at = Math.Min(edit.At, text.Length);
        return text.Remove(at, Math.Min(edit.Removed, text.Length - at)).Insert(at, edit.Inserted);
    }
}
