namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>A point of the pen's path.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
/// <param name="Radius">Half the width of the line here [pixels].</param>
/// <param name="IsStart">Whether the pen was put down here, so that no line leads to this point.</param>
internal readonly record struct PenPoint(double X, double Y, double Radius, bool IsStart);
