using System.Text;
using DevicePhys.Cards;
using DevicePhys.Errors;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class CardFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cards").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_is_loaded_with_or_without_a_byte_order_mark(bool mark)
    {
        var path = Write(Encoding.UTF8.GetBytes((mark ? "\uFEFF" : "") + TestCards.Json));
        Assert.Equal(TestCards.Example.Hash, Card.Load(path).Hash);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(folder, "none", "x.card.json");
        var message = Assert.Throws<CardException>(() => Card.Load(path)).Message;
        Assert.Equal($"{path}: there is no such file, expected a card file (Model.Name.card.json).", message);
    }

    [Fact]
    public void A_folder_is_no_card() =>
        Assert.Equal(
            $"{folder}: the file cannot be read, expected a card file (Model.Name.card.json).",
            Assert.Throws<CardException>(() => Card.Load(folder)).Message);

    [Fact]
    public void A_file_of_100_MB_is_refused_without_reading_it()
    {
        var path = Path.Combine(folder, "large.card.json");
        using (var stream = File.Create(path))
        {
            stream.SetLength(100_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = Assert.Throws<CardException>(() => Card.Load(path)).Message;
        Assert.Equal($"{path}: the file is too large, expected a card of at most 1 MB.", message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void A_text_longer_than_1_MB_is_refused() =>
        Assert.Equal(
            "x.json: the file is too large, expected a card of at most 1 MB.",
            Assert.Throws<CardException>(() => Card.Parse(new string(' ', 100_000_000), "x.json")).Message);

    [Fact]
    public void An_endless_file_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");
        Assert.Contains("too large", Assert.Throws<CardException>(() => Card.Load("/dev/zero")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var path = Write([(byte)'{', 0xFF, (byte)'}']);
        Assert.Equal($"{path}: byte 1 is not UTF-8, expected a JSON text in UTF-8.", Assert.Throws<CardException>(() => Card.Load(path)).Message);
    }

    [Fact]
    public void Messages_about_a_loaded_card_name_its_file()
    {
        var path = Write(Encoding.UTF8.GetBytes(TestCards.With("parameters/ROn", """{ "value": "10 mV", "source": "x", "status": "fitted" }""")));
        var message = Assert.Throws<CardException>(() => TestCards.Catalog.Card(path)).Message;
        Assert.Equal($"{path}: parameter 'ROn': '10 mV' should be in 'Ohm'.", message);
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(folder, "x.card.json");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
