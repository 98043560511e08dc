using static Rosewood.PolicyAdmin.SignIns.Reading.SignInField;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// A Windows Security event about logons, and where its fields are: at which position in the event's data, and under which heading of its
/// English words. Both are those of Microsoft's pages on each event.
/// </summary>
/// <param name="Id">The event's number.</param>
/// <param name="Section">The heading under which the account stands in the event's words.</param>
/// <param name="Fields">The positions of the fields in the event's data.</param>
internal sealed record WindowsEvent(int Id, string Section, IReadOnlyList<(int Position, SignInField Field)> Fields)
{
    /// <summary>An account logged on.</summary>
    public const int LoggedOn = 4624;

    /// <summary>An account failed to log on.</summary>
    public const int Failed = 4625;

    /// <summary>A session ended.</summary>
    public const int LoggedOff = 4634;

    /// <summary>A person signed off.</summary>
    public const int SignedOff = 4647;

    /// <summary>A person changed the own password.</summary>
    public const int PasswordChanged = 4723;

    /// <summary>Somebody reset a password.</summary>
    public const int PasswordReset = 4724;

    /// <summary>A session was taken up again.</summary>
    public const int Reconnected = 4778;

    /// <summary>A session was left.</summary>
    public const int Disconnected = 4779;

    private static readonly WindowsEvent[] All =
    [
        new(LoggedOn, "New Logon", [(4, Sid), (5, Account), (6, Domain), (8, LogonType), (11, Workstation), (18, Address)]),
        new(Failed, "Account For Which Logon Failed", [(4, Sid), (5, Account), (6, Domain), (7, Status), (9, SubStatus), (10, LogonType), (13, Workstation), (19, Address)]),
        new(LoggedOff, "Subject", [(0, Sid), (1, Account), (2, Domain), (4, LogonType)]),
        new(SignedOff, "Subject", [(0, Sid), (1, Account), (2, Domain)]),
        new(PasswordChanged, "Target Account", [(0, Account), (1, Domain), (2, Sid)]),
        new(PasswordReset, "Target Account", [(0, Account), (1, Domain), (2, Sid)]),
        new(Reconnected, "Subject", [(0, Account), (1, Domain), (4, ClientName), (5, Address)]),
        new(Disconnected, "Subject", [(0, Account), (1, Domain), (4, ClientName), (5, Address)]),
    ];

    /// <summary>The event of a number; null: it is not about logons.</summary>
    public static WindowsEvent? Of(int id) => Array.Find(All, e => e.Id == id);

    /// <summary>
    /// Gives the fields that the record does not name what stands at their positions. ConvertTo-Json that is not told to go deep enough
    /// writes the name of the type for each value, which says nothing.
    /// </summary>
    public void FillFromPositions(scoped SignInRecord record)
    {
        if (record.Fields.Positions <= Fields[^1].Position || record.At(0).StartsWith("System.Diagnostics."u8))
        {
            return;
        }

        foreach (var (position, field) in Fields)
        {
            if (!record.Has(field))
            {
                record.Fields.SetOwn(RecordFields.Slot(field), record.At(position));
            }
        }
    }
}
