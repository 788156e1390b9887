namespace DevicePhys.Studies.Data;

/// <summary>A training and a test part of handwritten digits, and what they may be called.</summary>
/// <param name="Name">
/// <see cref="MnistData.Mnist"/> only where all four files have MNIST's checksums, <see cref="MnistData.Synthetic"/> for generated digits,
/// <see cref="MnistData.Custom"/> for any other files the user named.
/// </param>
/// <param name="Source">Where the digits came from: a folder, or the generator and its seed.</param>
/// <param name="Train">The training part.</param>
/// <param name="Test">The test part.</param>
/// <param name="Notice">One sentence the user should see, or null when there is nothing to tell.</param>
public sealed record DigitSet(string Name, string Source, DigitImages Train, DigitImages Test, string? Notice = null);
