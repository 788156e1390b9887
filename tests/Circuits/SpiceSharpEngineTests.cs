namespace DevicePhys.Tests.Circuits;

// SPICE bounds the error of a step; over the hundreds of steps of a trapezoidal run they add up.
public sealed class SpiceSharpEngineTests() : EngineContract("spicesharp", 1e-4);
