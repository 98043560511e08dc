namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Distances.</summary>
internal static class Earth
{
    private const double Radius = 6371;

    /// <summary>Kilometres along the surface between two positions in degrees north and east (haversine).</summary>
    public static double Kilometres((double North, double East) a, (double North, double East) b)
    {
        var north = double.DegreesToRadians(b.North - a.North);
        var east = double.DegreesToRadians(b.East - a.East);
        var chord = Math.Pow(Math.Sin(north / 2), 2)
            + (Math.Cos(double.DegreesToRadians(a.North)) * Math.Cos(double.DegreesToRadians(b.North)) * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
