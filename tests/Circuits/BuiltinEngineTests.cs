namespace DevicePhys.Tests.Circuits;

public sealed class BuiltinEngineTests() : EngineContract("builtin", 1e-5);
