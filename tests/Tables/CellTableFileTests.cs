using System.Text;
using DevicePhys.Errors;
using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Tables;

public sealed class CellTableFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_table_is_loaded_as_it_was_saved()
    {
        var table = TestCellTables.Dynamic;
        CellTableFile.Save(table, folder["t.npz"]);
        var back = CellTableFile.Load(folder["t.npz"]);
        Assert.Equal((table.Cell, table.Supply, table.Cycle, table.ReadTime), (back.Cell, back.Supply, back.Cycle, back.ReadTime));
        Assert.Equal(table.Temperatures, back.Temperatures);
        Assert.Equal(table.Zero, back.Zero);
        Assert.Equal(table.One, back.One);
        Assert.Equal(table.Provenance with { Settings = back.Provenance.Settings }, back.Provenance);
        Assert.Equal("2", back.Provenance.Settings["b"]);
        Assert.Equal(["t.npz"], folder.Files);
    }

    [Theory]
    [InlineData("leakage", null, "the member 'leakage' is missing, expected a cell table.")]
    [InlineData("leakage", "1 2", "leakage: it is <f8 (2), expected <f8 (2 × 2).")]
    [InlineData("leakage", "1 2 -3 4", "energies and leakage should be finite and at least 0.")]
    [InlineData("read_energy", "1 2 NaN 4", "energies and leakage should be finite and at least 0.")]
    [InlineData("retention_median", "1 0 1 1", "a retention should have a median above 0, sigmas of at least 0 and a tail that starts below 0.")]
    [InlineData("retention_tail_start", "1 1 1 1", "a retention should have a median above 0, sigmas of at least 0 and a tail that starts below 0.")]
    [InlineData("temperature", "360 300", "the temperatures should be above 0 K and ascend.")]
    [InlineData("extra", "1", "extra: it does not belong to a cell table, expected ")]
    [InlineData("meta_json", "{}", "meta_json: it is not the JSON of a cell table, expected schema 'devicephys/celltable/1'.")]
    [InlineData("meta_json", "null", "meta_json: the schema is another one, expected 'devicephys/celltable/1'.")]
    public void A_wrong_file_is_refused_with_a_sentence(string member, string? text, string sentence)
    {
        CellTableFile.Save(TestCellTables.Dynamic, folder["t.npz"]);
        var members = NpzFile.Load(folder["t.npz"]).ToDictionary();
        members.Remove(member);
        if (member == "meta_json")
            members[member] = NpyArray.Of(Encoding.UTF8.GetBytes(text!));
        else if (text is not null)
        {
            double[] values = [.. text.Split(' ').Select(word => double.Parse(word, System.Globalization.CultureInfo.InvariantCulture))];
            members[member] = values.Length == 4 ? NpyArray.Of(values, 2, 2) : NpyArray.Of(values);
        }

        NpzFile.Save(folder["t.npz"], [.. members]);
        var exception = Assert.Throws<DataFileException>(() => CellTableFile.Load(folder["t.npz"]));
        Assert.StartsWith($"{folder["t.npz"]}: {sentence}", exception.Message);
    }

    [Fact]
    public void A_damaged_byte_never_gives_a_table()
    {
        CellTableFile.Save(TestCellTables.Dynamic, folder["t.npz"]);
        var whole = File.ReadAllBytes(folder["t.npz"]);
        for (var at = 0; at < whole.Length; at += 37)
        {
            File.WriteAllBytes(folder["t.npz"], whole[..at]);
            Assert.Throws<DataFileException>(() => CellTableFile.Load(folder["t.npz"]));
        }
    }

    [Fact]
    public void A_pulse_table_is_no_cell_table()
    {
        PulseTableFile.Save(TestTables.Plain, folder["t.npz"]);
        Assert.Throws<DataFileException>(() => CellTableFile.Load(folder["t.npz"]));
    }
}
