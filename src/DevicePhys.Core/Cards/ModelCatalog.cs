using System.Collections.Concurrent;
using System.Reflection;
using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Cards;

/// <summary>The models and the shipped cards of some assemblies.</summary>
/// <remarks>
/// A model is a public sealed class with one type parameter that implements <see cref="ITwoTerminal{T}"/> or
/// <see cref="IMultiTerminal{T}"/> and whose only constructor takes a <see cref="Card{T}"/>; its name is that of the class. A shipped card is an embedded resource named
/// <c>Model.Name.card.json</c>. Nothing is registered. Thread safe.
/// </remarks>
public sealed class ModelCatalog
{
    private readonly SortedDictionary<string, Type> definitions = new(StringComparer.Ordinal);
    private readonly Lazy<SortedDictionary<string, Card>> shipped;
    private readonly ConcurrentDictionary<(string Model, Type Reading), ConstructorInvoker> constructors = new();

    /// <summary>Finds the models of the given assemblies; cards are read when first asked for.</summary>
    /// <param name="assemblies">Where to look.</param>
    /// <exception cref="ArgumentException">Two models have the same name.</exception>
    public ModelCatalog(params IReadOnlyList<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        foreach (var definition in assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsModel))
        {
            if (!definitions.TryAdd(NameOf(definition), definition))
            {
                throw new ArgumentException($"There are two models '{NameOf(definition)}', expected one.", nameof(assemblies));
            }
        }

        shipped = new(() => ShippedCards.Read(assemblies));
    }

    /// <summary>The names of the models, sorted.</summary>
    public IReadOnlyList<string> Models => [.. definitions.Keys];

    /// <summary>The shipped cards, sorted by their identity.</summary>
    /// <exception cref="CardException">A shipped card is wrong.</exception>
    public IReadOnlyList<Card> Cards => [.. shipped.Value.Values];

    /// <summary>The open generic class of a model.</summary>
    /// <param name="model">The name of the model.</param>
    /// <returns>The class, such as <c>Vteam&lt;&gt;</c>.</returns>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public Type Definition(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return definitions.TryGetValue(model, out var definition) ? definition : throw new ArgumentException(Unknown(model) + ".", nameof(model));
    }

    /// <summary>A shipped card by its identity, or a card file by its path; checked against its model.</summary>
    /// <param name="idOrPath">Such as "Vteam.Example" or "mine.card.json"; what ends in ".json" or holds a '/' is a path.</param>
    /// <returns>The card.</returns>
    /// <exception cref="CardException">There is no such card, or it is wrong, or its model does not take it.</exception>
    public Card Card(string idOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idOrPath);
        var card = IsPath(idOrPath) ? DevicePhys.Cards.Card.Load(idOrPath) : Shipped(idOrPath);
        CreateModel<Real>(card);
        return card;
    }

    /// <summary>Builds the two-terminal model of a card.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <param name="card">The card.</param>
    /// <returns>The model.</returns>
    /// <exception cref="CardException">The model is unknown, lacks a parameter, does not use one, finds a wrong unit, or has other terminals.</exception>
    public ITwoTerminal<T> Create<T>(Card card)
        where T : struct, IReal<T> => Create(card, T.Parameter);

    /// <summary>Builds the two-terminal model of a card, with parameters made by the caller: to seed slopes, for example.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <param name="card">The card.</param>
    /// <param name="parameter">Turns a name and a value in SI into a parameter of the reading.</param>
    /// <returns>The model.</returns>
    /// <exception cref="CardException">As without <paramref name="parameter"/>.</exception>
    public ITwoTerminal<T> Create<T>(Card card, Func<string, double, T> parameter)
        where T : struct, IReal<T> => CreateModel(card, parameter) as ITwoTerminal<T>
            ?? throw card.Error($"model '{card.Model}' has more than two terminals, expected a two-terminal model");

    /// <summary>Builds the multi-terminal model of a card.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <param name="card">The card.</param>
    /// <returns>The model.</returns>
    /// <exception cref="CardException">As for a two-terminal model; or the model has two terminals.</exception>
    public IMultiTerminal<T> CreateMultiTerminal<T>(Card card)
        where T : struct, IReal<T> => CreateModel<T>(card) as IMultiTerminal<T>
            ?? throw card.Error($"model '{card.Model}' has two terminals, expected a multi-terminal model");

    /// <summary>Builds the model of a card, whatever its terminals.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <param name="card">The card.</param>
    /// <returns>The model: an <see cref="ITwoTerminal{T}"/> or an <see cref="IMultiTerminal{T}"/>.</returns>
    /// <exception cref="CardException">The model is unknown, lacks a parameter, does not use one, or finds a wrong unit.</exception>
    public IModel<T> CreateModel<T>(Card card)
        where T : struct, IReal<T> => CreateModel(card, T.Parameter);

    /// <summary>Builds the model of a card, whatever its terminals, with parameters made by the caller.</summary>
    /// <typeparam name="T">The reading.</typeparam>
    /// <param name="card">The card.</param>
    /// <param name="parameter">Turns a name and a value in SI into a parameter of the reading.</param>
    /// <returns>The model: an <see cref="ITwoTerminal{T}"/> or an <see cref="IMultiTerminal{T}"/>.</returns>
    /// <exception cref="CardException">As without <paramref name="parameter"/>.</exception>
    public IModel<T> CreateModel<T>(Card card, Func<string, double, T> parameter)
        where T : struct, IReal<T>
    {
        ArgumentNullException.ThrowIfNull(card);
        var constructor = constructors.TryGetValue((card.Model, typeof(T)), out var known) ? known : Find(card, typeof(T));
        var reading = card.Read(parameter);
        var model = (IModel<T>)constructor.Invoke(reading);
        reading.CheckAllRead();
        return model;
    }

    private static bool IsModel(Type type) =>
        type is { IsClass: true, IsSealed: true, IsVisible: true, IsGenericTypeDefinition: true }
        && type.GetGenericArguments() is [var reading]
        && type.GetInterfaces().Any(face => face.IsGenericType
            && (face.GetGenericTypeDefinition() == typeof(ITwoTerminal<>) || face.GetGenericTypeDefinition() == typeof(IMultiTerminal<>))
            && face.GenericTypeArguments[0] == reading)
        && type.GetConstructors() is [var constructor]
        && constructor.GetParameters() is [var card]
        && card.ParameterType == typeof(Card<>).MakeGenericType(reading);

    private static string NameOf(Type definition) => definition.Name[..definition.Name.IndexOf('`', StringComparison.Ordinal)];

    private static bool IsPath(string text) =>
        text.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || text.Contains('/') || text.Contains(Path.DirectorySeparatorChar);

    private Card Shipped(string id) => shipped.Value.TryGetValue(id, out var card)
        ? card
        : throw new CardException(
            $"{CardNode.Shown(id)}: there is no such card{NearNames.Hint(id, shipped.Value.Keys)}, "
            + $"expected {(shipped.Value.Count == 0 ? "the path of a card file" : $"one of {string.Join(", ", shipped.Value.Keys)}")}.");

    private ConstructorInvoker Find(Card card, Type reading)
    {
        if (!definitions.TryGetValue(card.Model, out var definition))
        {
            throw card.Error(Unknown(card.Model));
        }

        var invoker = ConstructorInvoker.Create(definition.MakeGenericType(reading).GetConstructors()[0]);
        return constructors.GetOrAdd((card.Model, reading), invoker);
    }

    private string Unknown(string model) =>
        $"unknown model '{CardNode.Shown(model)}'{NearNames.Hint(model, definitions.Keys)}, expected one of {string.Join(", ", definitions.Keys)}";
}
