using System.Text.Json.Serialization;

namespace DevicePhys.Tables;

/// <summary>The strict JSON form of <see cref="PulseTableMeta"/> and <see cref="CellTableMeta"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 8)]
[JsonSerializable(typeof(PulseTableMeta))]
[JsonSerializable(typeof(CellTableMeta))]
internal sealed partial class TableJson : JsonSerializerContext;
