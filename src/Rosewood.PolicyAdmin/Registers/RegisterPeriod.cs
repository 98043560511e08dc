using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>When an entry counts.</summary>
internal static class RegisterPeriod
{
    /// <summary>From when it counts: never before it is recorded, for what happened earlier was not agreed.</summary>
    /// <param name="asked">From when it was asked to; null: at once.</param>
    /// <param name="until">First instant at which it no longer counts; null: it goes on.</param>
    /// <param name="now">When it is recorded.</param>
    /// <exception cref="FaultException"><c>RegisterPeriodEmpty</c>.</exception>
    public static DateTimeOffset Start(DateTimeOffset? asked, DateTimeOffset? until, DateTimeOffset now)
    {
        var from = asked > now ? asked.Value : now;
        return until > from || until is null ? from : throw RegisterFaults.EndNotAfterStart().ToException();
    }

    /// <summary>The day of an instant in the school.</summary>
    public static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>A day on which something was done; today when none is given.</summary>
    /// <exception cref="FaultException"><c>RegisterDateInFuture</c>.</exception>
    public static DateOnly PastDay(string parameter, TimeInput? typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = Day(now, zone);
        var day = typed is { } given ? Day(given.ToStart(zone), zone) : today;
        return day <= today ? day : throw RegisterFaults.DateInFuture(parameter).ToException();
    }
}
