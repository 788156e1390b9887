using System.Text;
using CsCheck;
using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class CardFuzzTests
{
    private const int Mutations = 10_000;

    private static readonly string[] Fragments =
    [
        "\"", "{", "}", "[", "]", ",", ":", "null", "true", "-", "1e999", "NaN", "Infinity", "\\ud800", "\\u0000", "Ohm", " V", "^", "(", "/",
        "\"value\":", "\"ROn\":", "truncated", "0", "-1e-320", "1e400", "\uFFFF", "𝄞", "\n", "[[[[[[[[[[[[",
    ];

    private static readonly Gen<string> Mutated =
        Gen.Select(Gen.Int[0, TestCards.Json.Length - 1], Gen.Int[0, 20], Gen.OneOf(Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]), Gen.String[0, 5], Gen.Const("")))
            .Array[1, 4].Select(edits => edits.Aggregate(TestCards.Json, Edited));

    [Fact]
    public void A_mutated_card_is_read_or_refused_with_one_sentence() =>
        Mutated.Sample(
            json =>
            {
                try
                {
                    var card = Card.Parse(json, "my.card.json");
                    TestCards.Catalog.Create<Real>(card);
                    return card.Parameters.All(parameter => double.IsFinite(parameter.Value)) && Card.Parse(card.ToJson(), "x").Hash == card.Hash;
                }
                catch (CardException exception)
                {
                    return IsSentence(exception.Message);
                }
            },
            iter: Mutations);

    [Fact]
    public void Mutated_bytes_are_read_or_refused_with_one_sentence()
    {
        var bytes = Encoding.UTF8.GetBytes(TestCards.Json);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 5].Sample(
            edits =>
            {
                var changed = (byte[])bytes.Clone();
                foreach (var (at, value) in edits)
                {
                    changed[at] = value;
                }

                try
                {
                    TestCards.Catalog.Create<Real>(Card.Parse(CardFile.Read(new MemoryStream(changed), "my.card.json"), "my.card.json"));
                    return true;
                }
                catch (CardException exception)
                {
                    return IsSentence(exception.Message);
                }
            },
            iter: Mutations);
    }

    // A mutated name or unit is quoted in the message, hence the bound on its length.
    private static bool IsSentence(string message) =>
        (message.StartsWith("my.card.json: ", StringComparison.Ordinal) || message.StartsWith("SoftSwitch/", StringComparison.Ordinal))
        && message.EndsWith('.') && !message.Any(char.IsControl) && message.Length < 400;

    private static string Edited(string text, (int At, int Removed, string Inserted) edit)
    {
        var at = Math.Min(edit.At, text.Length);
        return text.Remove(at, Math.Min(edit.Removed, text.Length - at)).Insert(at, edit.Inserted);
    }
}
