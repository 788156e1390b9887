namespace DevicePhys.Studies.Mnist;

/// <summary>What one training run came to.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Accuracy">Test accuracy after the last presentation [%].</param>
/// <param name="Curve">[Checkpoints]: test accuracy along the way [%].</param>
/// <param name="Confusion">[10 × 10], row-major: test images of true class (row) taken for class (column) at the end.</param>
/// <param name="PulsesPerImage">Write pulses per presentation, both polarities, all layers; 0 for ideal weights.</param>
/// <param name="WriteEnergyPerImage">Energy drawn from the pulse sources per presentation [J]; 0 for ideal weights.</param>
public sealed record TrainingRun(
    ulong Seed,
    double Accuracy,
    IReadOnlyList<double> Curve,
    IReadOnlyList<int> Confusion,
    double PulsesPerImage,
    double WriteEnergyPerImage);
