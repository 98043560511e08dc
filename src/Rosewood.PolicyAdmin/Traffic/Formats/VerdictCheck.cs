namespace Rosewood.PolicyAdmin.Traffic.Formats;

/// <summary>
/// For formats whose words for let through and refused vary: a file in which no line has a known one would be read without giving a single
/// visit, so it is in no known format.
/// </summary>
internal static class VerdictCheck
{
    /// <summary>The detection, or none where every event is <see cref="LogAction.Other"/>.</summary>
    public static LogDetection Detect(LogDetection detection, LogReader reader, IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        if (detection.Certainty <= 0)
        {
            return detection;
        }

        foreach (var line in lines)
        {
            var glance = default(LineGlance);
            if (reader.Glance(line.Span, ref glance) && !glance.IsNote && !glance.IsOther)
            {
                return detection;
            }
        }

        return new LogDetection(0, "It has the columns, but no line says in known words whether it was let through or refused.");
    }
}
