namespace Rosewood.PolicyAdmin.Registers;

/// <summary>Days on which something is due.</summary>
internal static class Days
{
    /// <summary>A day some time after another, or the last one that there is.</summary>
    public static DateOnly After(DateOnly day, TimeSpan span) => day.AddDays((int)Math.Min(span.TotalDays, DateOnly.MaxValue.DayNumber - day.DayNumber));
}
