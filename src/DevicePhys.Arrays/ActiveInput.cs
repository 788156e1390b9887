namespace DevicePhys.Arrays;

/// <summary>The non-zero part of an input vector: which rows are driven, and how strongly.</summary>
/// <param name="rows">[Count], ascending: the driven rows.</param>
/// <param name="values">[Count]: the input of each of them, a pure number (1 is full read voltage).</param>
/// <remarks>A row without input carries no current and gets no pulse, so leaving it out is exact, not an approximation.</remarks>
public readonly ref struct ActiveInput(ReadOnlySpan<int> rows, ReadOnlySpan<float> values)
{
    /// <summary>[Count], ascending: the driven rows.</summary>
    public ReadOnlySpan<int> Rows { get; } = rows;

    /// <summary>[Count]: the input of each driven row.</summary>
    public ReadOnlySpan<float> Values { get; } = values;

    /// <summary>The number of driven rows.</summary>
    public int Count => Rows.Length;
}
