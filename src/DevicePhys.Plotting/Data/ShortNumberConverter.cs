using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DevicePhys.Plotting;

/// <summary>Numbers with as many digits as a picture can show, even when enlarged a thousand times.</summary>
internal sealed class ShortNumberConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString("G7", CultureInfo.InvariantCulture));
}
