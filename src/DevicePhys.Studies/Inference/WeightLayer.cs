namespace DevicePhys.Studies.Inference;

/// <summary>One layer of a trained network.</summary>
/// <param name="Rows">Inputs.</param>
/// <param name="Columns">Outputs.</param>
/// <param name="Weights">[Rows × Columns], row-major.</param>
public sealed record WeightLayer(int Rows, int Columns, ReadOnlyMemory<float> Weights);
