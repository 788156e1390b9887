using CsCheck;
using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Tests.Devices;
using Xunit;

namespace DevicePhys.Tests.Cards;

/// <summary>Shipped cards with damaged numbers, units, names and brackets: a device that works or one sentence, never a crash.</summary>
public sealed class ShippedCardFuzzTests
{
    private const int Mutations = 10_000;

    private static readonly string[] Texts = [.. DeviceCatalog.Default.Cards.Select(card => card.ToJson())];

    // What a tired hand or a wrong script leaves in a card.
    private static readonly string[] Fragments =
    [
        "0", "-1", "1e308", "-1e-308", "NaN", "Infinity", "1e999", "\"\"", "null", "[]", "{}", "\"", ",", "}", " V", " Ohm", " mV", " kg", " m/s", "1/s", "e",
        "\"bounds\": [\"0\", \"0\"],", "\"d2d\": { \"distribution\": \"normal\", \"sigma\": 1e9 },", "\"status\": \"guessed\",", "\"c2c\": 3,",
    ];

    private static readonly Gen<string> Mutated = Gen.Int[0, Texts.Length - 1].SelectMany(which =>
        Gen.Select(Gen.Int[0, Texts[which].Length - 1], Gen.Int[0, 12], Gen.Int[0, Fragments.Length - 1]).Array[1, 3].Select(edits =>
            edits.Aggregate(Texts[which], (text, edit) =>
            {
                var at = Math.Min(edit.Item1, text.Length);
                return text.Remove(at, Math.Min(edit.Item2, text.Length - at)).Insert(at, Fragments[edit.Item3]);
            })));

    // Digits alone: the card stays a card, its numbers go anywhere within or beyond their bounds.
    private static readonly Gen<string> Rewritten = Gen.Int[0, Texts.Length - 1].SelectMany(which =>
        Gen.Select(Gen.Int[0, Texts[which].Length - 1], Gen.Char['0', '9']).Array[1, 12].Select(edits =>
        {
            var text = Texts[which].ToCharArray();
            foreach (var (at, digit) in edits)
            {
                text[at] = char.IsAsciiDigit(text[at]) ? digit : text[at];
            }

            return new string(text);
        }));

    [Fact]
    public void A_damaged_card_is_a_working_device_or_one_sentence() => Mutated.Sample(Works, iter: Mutations / 2);

    [Fact]
    public void Changed_numbers_are_a_working_device_or_one_sentence() => Rewritten.Sample(Works, iter: Mutations / 2);

    private static bool Works(string json)
    {
        try
        {
            var card = Card.Parse(json, "my.card.json");
            var probe = new DeviceProbe(card);
            _ = DeviceCatalog.Default.CreateModel<Symbol>(card);
            _ = card.Sample(SpreadOrigin.DeviceToDevice, new RandomStream(1, "fuzz"));
            _ = probe.Outputs(probe.RandomPoint(new RandomStream(1, "fuzz")));
            return true;
        }
        catch (CardException exception)
        {
            var message = exception.Message;
            return message.Contains(": ", StringComparison.Ordinal) && message.EndsWith('.') && !message.Any(char.IsControl) && message.Length < 2500;
        }
    }
}
