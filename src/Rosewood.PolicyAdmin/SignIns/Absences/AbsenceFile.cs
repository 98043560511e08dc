using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>A row of the absences' file.</summary>
/// <param name="Source">The row.</param>
/// <param name="PersonId">Who.</param>
/// <param name="From">First UTC tick.</param>
/// <param name="Until">First UTC tick no longer.</param>
internal sealed record AbsenceRow(CsvRow Source, string PersonId, long From, long Until)
{
    /// <summary>The row's line in the file.</summary>
    public int Line => Source.PlaceOf(AbsenceFile.Upn).Line;
}

/// <summary>Reads the absences' file. Each cell that is wrong becomes a problem of the table. Other columns are not looked at.</summary>
internal sealed class AbsenceFile(CsvTable table, PeopleHistory people, TimeZoneInfo zone, long now)
{
    /// <summary>The column that says who.</summary>
    public const string Upn = nameof(Person.UserPrincipalName);

    /// <summary>What is said of other columns: the reason of an absence is often health data, which nobody may have put in by the way.</summary>
    public const string WhyOnlyTimes = "Nothing of them was stored: why somebody was absent is not this register's business.";

    private const string From = "From";
    private const string To = "To";

    /// <summary>Longer than any leave; more likely a year mistyped.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3 * 366);

    /// <summary>The columns, all of which must be there.</summary>
    public static IReadOnlyList<CsvColumn> Columns { get; } =
    [
        new(Upn, Required: true, "UPN", "Email", "Mail", "Email address"),
        new(From, Required: true, "Start", "Start date", "First day", "Absent from", "Absence start"),
        new(To, Required: true, "Until", "End", "End date", "Last day", "Absent to", "Absent until", "Absence end"),
    ];

    /// <summary>The rows that can be read, in the file's order; two of one person that overlap are a problem.</summary>
    public IReadOnlyList<AbsenceRow> Read(CancellationToken cancellationToken)
    {
        var rows = table.Rows(cancellationToken).Select(ReadRow).OfType<AbsenceRow>().ToList();
        foreach (var person in rows.GroupBy(r => r.PersonId, StringComparer.Ordinal))
        {
            AbsenceRow? latest = null;
            foreach (var row in person.OrderBy(r => r.From).ThenBy(r => r.Line))
            {
                if (latest?.Until > row.From)
                {
                    row.Source.Problem(From, string.Create(CultureInfo.InvariantCulture, $"this absence overlaps the same person's in line {latest.Line}. Make one row of both, or correct the times."));
                }

                latest = latest?.Until > row.Until ? latest : row;
            }
        }

        return rows;
    }

    private AbsenceRow? ReadRow(CsvRow source)
    {
        var person = ReadPerson(source);
        var from = ReadTime(source, From, static (t, z) => t.ToStart(z));
        var until = ReadTime(source, To, static (t, z) => t.ToEnd(z));
        if (until <= from)
        {
            source.Problem(To, "the absence ends before it begins.");
            return null;
        }

        if (until - from > Longest.Ticks)
        {
            source.Problem(To, "the absence lasts over three years. Check the year.");
            return null;
        }

        return person is null || from is null || until is null ? null : new AbsenceRow(source, person.Id, from.Value, until.Value);
    }

    private Person? ReadPerson(CsvRow source)
    {
        if (source.Required(Upn) is not { } text)
        {
            return null;
        }

        try
        {
            return people.Resolve(text, now);
        }
        catch (FaultException e)
        {
            source.Problem(Upn, e.Fault.Message);
            return null;
        }
    }

    private long? ReadTime(CsvRow source, string column, Func<TimeInput, TimeZoneInfo, DateTimeOffset> resolve)
    {
        if (source.Required(column) is not { } text)
        {
            return null;
        }

        try
        {
            return resolve(new TimeInput(text), zone).UtcTicks;
        }
        catch (FaultException e)
        {
            source.Problem(column, e.Fault.Message);
            return null;
        }
    }
}
