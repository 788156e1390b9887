using System.Globalization;
using System.Text.Json.Nodes;
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
        Mutated.Sample(ReadsOrRefuses, iter: Mutations);

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

    // Text edits mostly break the JSON; these leave it whole and put something else in place of one of its parts.
    [Fact]
    public void A_notebook_with_a_part_replaced_is_read_written_and_printed_or_refused_with_one_sentence()
    {
        string[] parts = ["null", "0", "-1", "1e400", "true", "\"\"", "\"code\"", "\"a b\"", "[]", "{}", "[null]", "[[\"x\"]]", "{\"text/html\":7}", "[{}]", "\"\\u0000\"", "4", "99999999999"];
        var places = Places(JsonNode.Parse(SampleNotebook.Json)!).Count;
        Gen.Select(Gen.Int[0, places - 1], Gen.Int[0, parts.Length - 1], Gen.Bool).Array[1, 3].Sample(
            edits =>
            {
                var root = JsonNode.Parse(SampleNotebook.Json)!;
                foreach (var (place, part, remove) in edits)
                {
                    var all = Places(root);
                    var (parent, key) = all[place % Math.Max(1, all.Count)];
                    if (parent is JsonArray array)
                        array[(int)key] = JsonNode.Parse(parts[part]);
                    else if (remove)
                        parent.AsObject().Remove((string)key);
                    else
                        parent[(string)key] = JsonNode.Parse(parts[part]);
                }

                return ReadsOrRefuses(root.ToJsonString());
            },
            iter: Mutations);
    }

    private static List<(JsonNode Parent, object Key)> Places(JsonNode node)
    {
        var places = new List<(JsonNode, object)>();
        void Walk(JsonNode? at)
        {
            if (at is JsonObject fields)
            {
                foreach (var (name, value) in fields)
                {
                    places.Add((fields, name));
                    Walk(value);
                }
            }
            else if (at is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    places.Add((items, i));
                    Walk(items[i]);
                }
            }
        }

        Walk(node);
        return places;
    }

    private static bool ReadsOrRefuses(string json)
    {
        try
        {
            var notebook = Notebook.Parse(json, "my.ipynb");
            var text = notebook.ToString();
            _ = (notebook.Title, notebook.Language, notebook.Cells.Sum(cell => cell.Tags.Count() + (cell.Language ?? "").Length));
            return Notebook.Parse(text, "my.ipynb").ToString() == text && NotebookPage.Of(notebook).EndsWith("</html>\n", StringComparison.Ordinal);
        }
        catch (DataFileException exception)
        {
            return exception.Message.StartsWith("my.ipynb:", StringComparison.Ordinal) && exception.Message.EndsWith('.')
                && !exception.Message.Any(char.IsControl) && exception.Message.Length < 400;
        }
    }

    private static string Edited(string text, (int At, int Removed, string Inserted) edit)
    {
        var at = Math.Min(edit.At, text.Length);
        return text.Remove(at, Math.Min(edit.Removed, text.Length - at)).Insert(at, edit.Inserted);
    }
}
