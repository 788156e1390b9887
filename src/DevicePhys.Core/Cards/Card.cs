using System.Collections.Frozen;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Cards;

/// <summary>A set of numbers for one model, each with its unit, source, status, bounds and spreads.</summary>
/// <remarks>
/// Immutable, so one instance serves any number of threads. The file, <c>Model.Name.card.json</c>, is one JSON object (UTF-8, no
/// comments, every key at most once, at most 1 MB, unknown keys refused):
/// <code>
/// {
///   "model":     text, the class name of the model                     (letters and digits)
///   "name":      text, the name of this card, unique for the model     (letters, digits, '_', '-')
///   "title":     text, one line
///   "reference": text, the main source
///   "parameters": {
///     "Symbol": {                          the paper's symbol           (a letter, then letters, digits, '_')
///       "value":  quantity,                "10 kOhm", "3e10 A/m^2", 0.5; see <see cref="Quantity"/> for the units
///       "source": text,                    paper, table, figure
///       "status": "quoted" | "derived" | "fitted" | "reconstructed",
///       "bounds": [quantity, quantity],    optional: the range that makes sense, for fitting and for draws
///       "d2d":    spread,                  optional: across devices
///       "c2c":    spread,                  optional: across cycles
///       "note":   text                     optional
///     }, ...
///   },
///   "pulses": {                            optional: how a synapse is written and read
///     "potentiation": { "amplitude": quantity [V], "width": quantity [s], "edge": quantity [s], "period": quantity [s] },
///     "depression":   the same,
///     "driver": quantity [Ohm], "line": quantity [F], "read": quantity [V], "bandwidth": quantity [Hz],
///     "source": text, "status": as above
///   },
///   "uncertainty": {                       optional: what a fit leaves open
///     "parameters": [text, ...], "covariance": [[number, ...], ...]   in SI units
///   },
///   "population": { ... }                  optional: correlations, outliers and history of devices, see <see cref="CardPopulation"/>
/// }
/// spread: { "distribution": "normal" | "lognormal" | "truncated", "sigma": number, "group": text, "correlation": number }
/// </code>
/// where "group" and "correlation" are optional; see <see cref="Spread"/>.
/// </remarks>
public sealed class Card
{
    private readonly CardParameter[] parameters;
    private readonly FrozenDictionary<string, int> places;
    private readonly CardSampler sampler;
    private readonly PulseScheme? pulses;
    private readonly string file;
    private string? hash;

    internal Card(string file, string model, string name, string title, string reference, CardParameter[] parameters, PulseScheme? pulses)
    {
        (this.file, Model, Name, Title, Reference, this.parameters, this.pulses) = (file, model, name, title, reference, parameters, pulses);
        places = Enumerable.Range(0, parameters.Length).ToFrozenDictionary(place => parameters[place].Name, StringComparer.Ordinal);
        sampler = new CardSampler(parameters);
    }

    private Card(Card origin, CardParameter[] parameters, CardSampler sampler, PulseScheme? pulses)
    {
        (file, Model, Name, Title, Reference) = (origin.file, origin.Model, origin.Name, origin.Title, origin.Reference);
        (this.parameters, places, this.sampler, this.pulses, Uncertainty, Population) = (parameters, origin.places, sampler, pulses, origin.Uncertainty, origin.Population);
    }

    /// <summary>The class name of the model.</summary>
    public string Model { get; }

    /// <summary>The name of the card among those of its model.</summary>
    public string Name { get; }

    /// <summary>Model and name, such as "Vteam.Example".</summary>
    public string Id => $"{Model}.{Name}";

    /// <summary>What the card describes, one line.</summary>
    public string Title { get; }

    /// <summary>The main source.</summary>
    public string Reference { get; }

    /// <summary>The parameters, in the order of the file.</summary>
    public IReadOnlyList<CardParameter> Parameters => parameters;

    /// <summary>Whether the card says how the device is written and read.</summary>
    public bool HasPulses => pulses is not null;

    /// <summary>How the device is written and read.</summary>
    /// <exception cref="CardException">The card has no pulses.</exception>
    public PulseScheme Pulses => pulses ?? throw Error("'pulses' is missing, expected the pulses that write and read the device");

    /// <summary>How well a fit knows the numbers; null where none did.</summary>
    public CardUncertainty? Uncertainty { get; internal init; }

    /// <summary>How devices and their cycles differ together; null where only the spreads say so.</summary>
    public CardPopulation? Population { get; internal init; }

    /// <summary>SHA-256 of the content, hexadecimal in lower case.</summary>
    /// <remarks>
    /// The content is the card as JSON with sorted keys, values in SI and numbers in their shortest exact form; layout, order and the
    /// prefix of a unit do not count, everything else does.
    /// </remarks>
    public string Hash => hash ??= CardWriter.Hash(this);

    /// <summary>How messages name the card: its file, or "Model/Name" for a shipped one.</summary>
    internal string Label => file.Length == 0 || file == $"{Id}.card.json" ? $"{Model}/{Name}" : file;

    /// <summary>Reads a card.</summary>
    /// <param name="json">The content of the file.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <returns>The card.</returns>
    /// <exception cref="CardException">The card is wrong; the message names the file and the parameter.</exception>
    public static Card Parse(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(file);
        return CardReader.Read(json, file);
    }

    /// <summary>Loads a card file.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The card.</returns>
    /// <exception cref="CardException">The file cannot be read, is larger than 1 MB, or the card is wrong.</exception>
    public static Card Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return CardReader.Read(CardFile.Read(path), path);
    }

    /// <summary>One parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="CardException">The card has no such parameter.</exception>
    public CardParameter Parameter(string name) => parameters[Place(name)];

    /// <summary>The value of a parameter, in SI.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="unit">The SI unit it must have, empty for a pure number.</param>
    /// <returns>The value.</returns>
    /// <exception cref="CardException">The card has no such parameter, or its unit measures something else.</exception>
    public double Value(string name, string unit = "") => Value(Place(name), unit);

    /// <summary>The card with one value changed.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its new value, in SI.</param>
    /// <returns>The new card.</returns>
    /// <exception cref="CardException">The card has no such parameter, or the value is not finite or out of its bounds.</exception>
    public Card With(string name, double value) => With(Place(name), Parameter(name) with { Value = value });

    /// <summary>The card with one value changed.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its new value with its unit, such as "10 kOhm".</param>
    /// <returns>The new card.</returns>
    /// <exception cref="CardException">The text is no quantity of the right kind, or as for a number.</exception>
    public Card With(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var old = Parameter(name);
        if (!Quantity.TryParse(value, out var quantity, out var flaw))
            throw Error($"parameter '{name}': {flaw}");

        return quantity.IsIn(old.Unit)
            ? With(Place(name), old with { Value = quantity.Value, Written = value })
            : throw Error($"parameter '{name}': {CardNode.Misfit(value, old.Unit)}");
    }

    /// <summary>The card with one parameter replaced: value, bounds, spreads and all.</summary>
    /// <param name="parameter">The new parameter; the card has one of that name.</param>
    /// <returns>The new card.</returns>
    /// <exception cref="CardException">The card has no such parameter, or the new one contradicts itself.</exception>
    public Card With(CardParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var flaw = parameter.Unit != Parameter(parameter.Name).Unit ? $"the unit '{parameter.Unit}' should stay '{Parameter(parameter.Name).Unit}'"
            : parameter.SpreadFlaw(SpreadOrigin.DeviceToDevice) ?? parameter.SpreadFlaw(SpreadOrigin.CycleToCycle);
        return With(Place(parameter.Name), parameter, flaw);
    }

    /// <summary>The card with other pulses.</summary>
    /// <param name="scheme">The pulses.</param>
    /// <returns>The new card.</returns>
    /// <exception cref="CardException">A pulse contradicts itself.</exception>
    public Card With(PulseScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.Flaw is { } flaw ? throw Error($"pulses: {flaw}") : new Card(this, parameters, sampler, scheme);
    }

    /// <summary>The card with what a fit leaves open of its numbers.</summary>
    /// <param name="uncertainty">Names and covariance.</param>
    /// <exception cref="CardException">A name is unknown, or the covariance is none.</exception>
    public Card With(CardUncertainty uncertainty)
    {
        ArgumentNullException.ThrowIfNull(uncertainty);
        return uncertainty.Flaw(places.Keys) is { } flaw ? throw Error($"uncertainty: {flaw}") : new Card(this, parameters, sampler, pulses) { Uncertainty = uncertainty };
    }

    /// <summary>The card with a population of devices.</summary>
    /// <param name="population">The population.</param>
    /// <exception cref="CardException">A name is unknown, or a number makes no sense.</exception>
    public Card With(CardPopulation population)
    {
        ArgumentNullException.ThrowIfNull(population);
        return population.Flaw(places.Keys) is { } flaw ? throw Error($"population: {flaw}") : new Card(this, parameters, sampler, pulses) { Population = population };
    }

    /// <summary>Draws a device, or a cycle of one.</summary>
    /// <param name="origin">Which spreads are drawn.</param>
    /// <param name="random">The source of the draws.</param>
    /// <returns>The card with every spread parameter drawn; the spreads themselves stay.</returns>
    /// <remarks>
    /// Parameters are drawn in the order of their names, so that a reordered file gives the same numbers. Draws outside the bounds are
    /// drawn again, those of a correlated group together.
    /// </remarks>
    /// <exception cref="CardException">No draw fell within the bounds in 1,000 tries.</exception>
    public Card Sample(SpreadOrigin origin, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!sampler.Draws(origin))
            return this;

        var drawn = (CardParameter[])parameters.Clone();
        return sampler.Draw(origin, drawn, random) is { } failed
            ? throw Error($"parameter '{failed}': no draw fell within the bounds in {CardSampler.Tries} tries, expected a smaller spread or wider bounds")
            : new Card(this, drawn, sampler, pulses);
    }

    /// <summary>The card with all spreads of one origin made wider or narrower.</summary>
    /// <param name="origin">Which spreads.</param>
    /// <param name="factor">By how much, at least 0; 0 takes them away.</param>
    /// <returns>The new card.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not finite.</exception>
    public Card ScaleSpread(SpreadOrigin origin, double factor)
    {
        if (!(factor >= 0 && double.IsFinite(factor)))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor should be a finite number of at least 0.");

        Spread? Scaled(Spread? spread) => spread is null || factor == 0 ? null : spread with { Sigma = spread.Sigma * factor };
        var scaled = Array.ConvertAll(parameters, parameter => origin == SpreadOrigin.DeviceToDevice
            ? parameter with { D2D = Scaled(parameter.D2D) }
            : parameter with { C2C = Scaled(parameter.C2C) });
        return new Card(this, scaled, new CardSampler(scaled), pulses);
    }

    /// <summary>The card as one reading sees it.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <returns>Hand it to the constructor of the model.</returns>
    public Card<T> Read<T>()
        where T : struct, IReal<T> => new(this, T.Parameter);

    /// <summary>The card as one reading sees it, with parameters made by the caller: to seed slopes, for example.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <param name="parameter">Turns a name and a value in SI into a parameter of the reading.</param>
    /// <returns>Hand it to the constructor of the model.</returns>
    public Card<T> Read<T>(Func<string, double, T> parameter)
        where T : struct, IReal<T>
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new Card<T>(this, parameter);
    }

    /// <summary>The card as a file that <see cref="Parse"/> reads back.</summary>
    /// <returns>The JSON, indented.</returns>
    public string ToJson() => CardWriter.ToJson(this);

    /// <summary>The identity of the card.</summary>
    public override string ToString() => Id;

    internal CardException Error(string what) => new($"{Label}: {what}.");

    internal int Place(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return places.TryGetValue(name, out var place)
            ? place
            : throw Error($"parameter '{name}' is missing{NearNames.Hint(name, places.Keys)}, expected one of {List(parameters.Select(p => p.Name))}");
    }

    internal double Value(int place, string unit)
    {
        var parameter = parameters[place];
        return Quantity.HaveSameDimension(parameter.Unit, unit)
            ? parameter.Value
            : throw Error($"parameter '{parameter.Name}': {CardNode.Misfit(parameter.Text, unit)}");
    }

    internal static string List(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private Card With(int place, CardParameter parameter, string? flaw = null)
    {
        if ((parameter.ValueFlaw() ?? flaw) is { } wrong)
            throw Error($"parameter '{parameter.Name}': {wrong}");

        var changed = (CardParameter[])parameters.Clone();
        changed[place] = parameter;
        return new Card(this, changed, new CardSampler(changed), pulses);
    }
}
