namespace Rosewood.PolicyAdmin.Traffic.Formats;

/// <summary>
/// For formats whose words for let through and refused vary: a file in which no line has a known one would be read without giving a single
/// visit, so it is in no known format.
/// </summary>
internal static class VerdictCheck
{
    /// <summary>As <see cref="LogFormat.Detect"/>, but none where every event is <see cref="LogAction.Other"/>.</summary>
    public static LogDetection Detect(LogReader reader, IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        var (good, events, verdicts) = (0, 0, 0);
        foreach (var line in lines)
        {
            var glance = default(LineGlance);
            if (reader.Glance(line.Span, ref glance))
            {
                good++;
                events += glance.IsNote ? 0 : 1;
                verdicts += glance.IsNote || glance.IsOther ? 0 : 1;
            }
        }

        return (events, verdicts) switch
        {
            (0, _) => new LogDetection(0, "No line is an event in this format."),
            (_, 0) => new LogDetection(0, "It has the columns, but no line says in known words whether it was let through or refused."),
            _ => new LogDetection((double)good / lines.Count, $"{good} of the first {lines.Count} lines have its fields."),
        };
    }
}
