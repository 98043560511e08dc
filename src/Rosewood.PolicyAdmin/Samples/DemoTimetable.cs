namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The parts of a demo school day, in milliseconds after midnight.</summary>
internal sealed record DemoTimetable(DemoPart[] Parts)
{
    /// <summary>Monday to Thursday, and Friday with its early end: as in the demo's <c>policy.json</c>.</summary>
    public static DemoTimetable For(DayOfWeek day)
    {
        var end = day == DayOfWeek.Friday ? DemoDayLog.At(14, 30) : DemoDayLog.At(15, 15);
        return new(
        [
            new(DemoDayLog.At(7, 35), DemoDayLog.At(8, 50), InSession: false),
            new(DemoDayLog.At(8, 50), DemoDayLog.At(10, 30), InSession: true),
            new(DemoDayLog.At(10, 30), DemoDayLog.At(10, 50), InSession: false),
            new(DemoDayLog.At(10, 50), DemoDayLog.At(12, 10), InSession: true),
            new(DemoDayLog.At(12, 10), DemoDayLog.At(13, 0), InSession: false),
            new(DemoDayLog.At(13, 0), end, InSession: true),
            new(end, DemoDayLog.At(17, 30), InSession: false),
        ]);
    }
}

/// <summary>A part of the day, half-open.</summary>
internal readonly record struct DemoPart(int From, int Until, bool InSession);
