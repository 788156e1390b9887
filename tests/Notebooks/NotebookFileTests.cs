using DevicePhys.Errors;
using DevicePhys.Notebooks.Files;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Notebooks;

public sealed class NotebookFileTests
{
    [Fact]
    public void What_is_not_known_here_and_the_order_of_cells_and_fields_is_kept()
    {
        var notebook = Notebook.Parse(SampleNotebook.Json, "a.ipynb");
        Assert.Equal(SampleNotebook.Json, notebook.ToString());
        Assert.Equal(["intro", "first", "raw-1"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(("Diodes", "C#"), (notebook.Title, notebook.Language));
    }

    [Fact]
    public void A_file_is_written_whole_and_read_back()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.ipynb");
        var notebook = Notebook.Parse(SampleNotebook.Json, "a.ipynb");
        notebook.Cells[1].Source = "var b = 2;\nb";
        notebook.Save(path);
        var again = Notebook.Load(path);
        Assert.Equal("var b = 2;\nb", again.Cells[1].Source);
        Assert.Equal(["a.ipynb"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Cells_without_an_identity_get_one_where_the_version_asks_for_it()
    {
        const string Cells = """{"cell_type":"raw","metadata":{},"source":""},{"cell_type":"raw","metadata":{},"source":"","id":"cell-1"}""";
        Assert.Equal(["cell-3", "cell-1"], Parse(5).Cells.Select(cell => cell.Id));
        Assert.All(Parse(4).Cells, cell => Assert.True(cell.Id is null or "cell-1"));

        static Notebook Parse(int minor) => Notebook.Parse($$"""{"cells":[{{Cells}}],"metadata":{},"nbformat":4,"nbformat_minor":{{minor}}}""", "a.ipynb");
    }

    [Theory]
    [InlineData("", "a.ipynb:1: this is not JSON (The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true), expected a notebook.")]
    [InlineData("[]", "a.ipynb: the text is not a JSON object, expected a notebook.")]
    [InlineData("""{"cells":[],"nbformat":3,"nbformat_minor":0}""", "a.ipynb: nbformat is 3, expected 4.")]
    [InlineData("""{"cells":{},"nbformat":4,"nbformat_minor":5}""", "a.ipynb: cells is an object, expected a list.")]
    [InlineData("""{"cells":[{"cell_type":"code","source":7}],"nbformat":4,"nbformat_minor":5}""", "a.ipynb: cell 1: source is 7, expected a string or a list of strings.")]
    [InlineData("""{"cells":[{"cell_type":"poem","source":""}],"nbformat":4,"nbformat_minor":5}""", "a.ipynb: cell 1: cell_type is \"poem\", expected code, markdown or raw.")]
    [InlineData("""{"cells":[{"cell_type":"code","source":"","outputs":[{"output_type":"stream","name":"stdout"}]}],"nbformat":4,"nbformat_minor":5}""", "a.ipynb: cell 1, output 1: text is missing, expected a string or a list of strings.")]
    [InlineData("""{"cells":[{"cell_type":"raw","source":"","id":"a b"}],"nbformat":4,"nbformat_minor":5}""", "a.ipynb: cell 1: id is \"a b\", expected 1 to 64 letters, digits, '-' or '_'.")]
    [InlineData("""{"cells":[{"cell_type":"raw","source":"","id":"a"},{"cell_type":"raw","source":"","id":"a"}],"nbformat":4,"nbformat_minor":5}""", "a.ipynb: 2 cells have the id 'a', expected every id once.")]
    public void What_is_not_a_notebook_is_refused_with_one_sentence(string json, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<DataFileException>(() => Notebook.Parse(json, "a.ipynb")).Message);

    [Fact]
    public void A_file_that_is_not_there_or_not_text_is_refused_with_one_sentence()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.ipynb");
        Assert.Equal($"{path}: there is no such file, expected a notebook (.ipynb).", Assert.Throws<DataFileException>(() => Notebook.Load(path)).Message);
        File.WriteAllBytes(path, [0x7b, 0xff]);
        Assert.Equal($"{path}: byte 1 is not UTF-8, expected a notebook (.ipynb).", Assert.Throws<DataFileException>(() => Notebook.Load(path)).Message);
        Assert.Equal($"{folder.Path}: this is a folder, expected a notebook (.ipynb).", Assert.Throws<DataFileException>(() => Notebook.Load(folder.Path)).Message);
    }
}
