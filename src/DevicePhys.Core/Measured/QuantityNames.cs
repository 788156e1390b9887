namespace DevicePhys.Measured;

/// <summary>The names that people and instruments give to quantities.</summary>
internal static class QuantityNames
{
    /// <summary>The names, the surest first.</summary>
    public static IReadOnlyList<string> Of(MeasuredQuantity quantity) => quantity switch
    {
        MeasuredQuantity.Time => ["Time", "t", "Time stamp", "Timestamp", "TimeStampCh1", "Elapsed time"],
        MeasuredQuantity.Voltage => ["V", "Voltage", "VMeasCh1", "AV", "V1", "Vplus", "VForceCh1", "Anode V", "SMU1 Voltage", "Bias", "Vm"],
        MeasuredQuantity.Current => ["I", "Current", "IMeasCh1", "AI", "I1", "Anode I", "SMU1 Current", "Im"],
        MeasuredQuantity.Conductance => ["G", "Conductance"],
        MeasuredQuantity.Polarisation => ["P", "Polarisation", "Polarization", "P1"],
        _ => ["Pulse", "Pulses", "n", "Pulse number", "Pulse #"],
    };

    /// <summary>The SI unit.</summary>
    public static string Unit(MeasuredQuantity quantity) => quantity switch
    {
        MeasuredQuantity.Time => "s",
        MeasuredQuantity.Voltage => "V",
        MeasuredQuantity.Current => "A",
        MeasuredQuantity.Conductance => "S",
        MeasuredQuantity.Polarisation => "C/m^2",
        _ => "1",
    };

    /// <summary>A heading to show in messages.</summary>
    public static string Example(MeasuredQuantity quantity) => quantity switch
    {
        MeasuredQuantity.Time => "t (s)",
        MeasuredQuantity.Voltage => "V (V)",
        MeasuredQuantity.Current => "I (uA)",
        MeasuredQuantity.Conductance => "G (uS)",
        MeasuredQuantity.Polarisation => "P (uC/cm^2)",
        _ => "pulse",
    };
}
