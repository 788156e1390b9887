using System.Text.Json.Serialization;

namespace DevicePhys.Tables;

/// <summary>The strict JSON form of <see cref="PulseTableMeta"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 8)]
[JsonSerializable(typeof(PulseTableMeta))]
internal sealed partial class PulseTableJson : JsonSerializerContext;
