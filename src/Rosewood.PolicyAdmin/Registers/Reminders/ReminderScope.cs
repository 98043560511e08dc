using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>What a source of reminders looks at.</summary>
/// <param name="context">The command.</param>
/// <param name="until">The last day that is asked for.</param>
internal sealed class ReminderScope(CommandContext context, DateOnly until)
{
    /// <summary>The command.</summary>
    public CommandContext Context => context;

    /// <summary>The roster.</summary>
    public PeopleHistory People { get; } = context.LoadPeople();

    /// <summary>The instant, UTC ticks.</summary>
    public long Now => context.Now.UtcTicks;

    /// <summary>The day in the school.</summary>
    public DateOnly Today { get; } = RegisterPeriod.Day(context.Now, context.Workspace.Zone);

    /// <summary>Whether a day is asked for.</summary>
    public bool Includes(DateOnly day) => day <= until;

    /// <summary>The school's day of an instant.</summary>
    public DateOnly Day(DateTimeOffset at) => RegisterPeriod.Day(at, context.Workspace.Zone);

    /// <summary>The last day of what ends at an instant.</summary>
    public DateOnly LastDay(DateTimeOffset end) => Day(end.AddTicks(-1));

    /// <summary>A person's name.</summary>
    public string NameOf(string personId) => PersonNames.Show(People, personId, Now);

    /// <summary>Whether a person is employed today.</summary>
    public bool IsHere(string personId) => People.At(personId, Now) is { } person && PeopleHistory.IsEmployed(person, Today);
}
