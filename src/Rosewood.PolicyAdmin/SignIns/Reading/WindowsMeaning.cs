using System.Text;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Reads a Windows Security event about logons, however PowerShell or Event Viewer wrote it.</summary>
/// <param name="time">Reads its time.</param>
internal sealed class WindowsMeaning(RecordTime time) : RecordMeaning
{
    private readonly SignInTexts _texts = new();

    /// <inheritdoc/>
    public override Reading Read(scoped SignInRecord record, out SignIn signIn)
    {
        signIn = default;
        UtcTicks = 0;
        if (record.Has(SignInField.Xml) && !WindowsXml.TryFill(record))
        {
            return Refuse("its XML is broken.");
        }

        var written = record[SignInField.Time];
        if (!time.TryRead(written, out var ticks))
        {
            return Refuse(written.IsEmpty ? "it has no time." : "its time can't be read.");
        }

        UtcTicks = ticks;
        if (WindowsOutcome.Number(record[SignInField.EventId]) is not { } id)
        {
            return Refuse("it has no event number.");
        }

        if (WindowsEvent.Of((int)Math.Min(id, int.MaxValue)) is not { } kind)
        {
            return Reading.Dropped;
        }

        kind.FillFromPositions(record);
        if (record.Has(SignInField.Message))
        {
            WindowsWords.Fill(record, kind);
        }

        if (!record.Has(SignInField.Account) && record.Has(SignInField.OtherAccount))
        {
            record.Fields.SetOwn(RecordFields.Slot(SignInField.Account), record[SignInField.OtherAccount]);
        }

        return record.Has(SignInField.Account)
            ? Read(record, kind, out signIn)
            : Refuse("it names no account: its Properties are not written out, and its words are not in English. Use ConvertTo-Json -Depth 4.");
    }

    private Reading Read(scoped SignInRecord record, WindowsEvent kind, out SignIn signIn)
    {
        signIn = default;
        var account = record[SignInField.Account];
        var domain = record[SignInField.Domain];
        if (WindowsAccounts.IsSystem(account, domain, record[SignInField.Sid]))
        {
            return Reading.Dropped;
        }

        var type = WindowsOutcome.Number(record[SignInField.LogonType]);
        if (type is null && (kind.Id is WindowsEvent.LoggedOn or WindowsEvent.Failed))
        {
            return Refuse("it has no logon type.");
        }

        if (Outcome(record, kind) is not { } outcome)
        {
            return Reading.Dropped;
        }

        if (Account(account, domain) is not { } name)
        {
            return Refuse($"its account is longer than {SignInTexts.Longest} characters.");
        }

        var activity = Activity(record, kind, type);
        signIn = new SignIn
        {
            Source = SignInSource.Windows,
            UtcTicks = UtcTicks,
            Account = name,
            Outcome = outcome,
            Activity = activity,
            DeviceName = _texts.Text(record[SignInField.DeviceName]),
            Address = _texts.Address(record[SignInField.Address]),
            ClientName = activity == SignInActivity.Remote ? Client(record) : null,
        };
        return Reading.Used;
    }

    private static SignInOutcome? Outcome(scoped SignInRecord record, WindowsEvent kind)
    {
        switch (kind.Id)
        {
            case WindowsEvent.Failed:
                var status = WindowsOutcome.Number(record[SignInField.SubStatus]) is { } closer and not 0 ? closer : WindowsOutcome.Number(record[SignInField.Status]);
                return WindowsOutcome.Failure(status ?? 0);
            case WindowsEvent.LoggedOff or WindowsEvent.Disconnected:
                return SignInOutcome.SessionEnded;
            case WindowsEvent.SignedOff:
                return SignInOutcome.SignedOff;
            case WindowsEvent.PasswordChanged or WindowsEvent.PasswordReset:
                // A try that failed changed nothing.
                return WindowsOutcome.IsFailure(record[SignInField.Keywords]) ? null : SignInOutcome.PasswordChanged;
            default:
                return SignInOutcome.Success;
        }
    }

    private static SignInActivity Activity(scoped SignInRecord record, WindowsEvent kind, uint? type) => kind.Id switch
    {
        // Switching between people at one keyboard is written as 4778 and 4779 too, with LOCAL for the address.
        WindowsEvent.Reconnected or WindowsEvent.Disconnected => Ascii.EqualsIgnoreCase(record[SignInField.Address], "LOCAL"u8) ? SignInActivity.Interactive : SignInActivity.Remote,
        WindowsEvent.SignedOff or WindowsEvent.PasswordChanged or WindowsEvent.PasswordReset => SignInActivity.Interactive,
        _ => WindowsOutcome.Activity((int)Math.Min(type ?? 0, int.MaxValue)),
    };

    /// <summary>The computer that a remote session came from; where Windows names the computer itself, that is none.</summary>
    private string? Client(scoped SignInRecord record)
    {
        var client = record[SignInField.ClientName];
        client = client.IsEmpty ? record[SignInField.Workstation] : client;
        var computer = record[SignInField.DeviceName];
        var dot = computer.IndexOf((byte)'.');
        return Ascii.EqualsIgnoreCase(client, dot < 0 ? computer : computer[..dot]) || Ascii.EqualsIgnoreCase(client, "Unknown"u8) ? null : _texts.Text(client);
    }

    private string? Account(ReadOnlySpan<byte> name, ReadOnlySpan<byte> domain)
    {
        if (SignInTexts.IsNone(domain) || name.Contains((byte)'\\') || name.Contains((byte)'@'))
        {
            return _texts.Account(name);
        }

        var length = domain.Length + 1 + name.Length;
        if (length > SignInTexts.Longest * 3)
        {
            return null;
        }

        Span<byte> whole = stackalloc byte[SignInTexts.Longest * 3];
        domain.CopyTo(whole);
        whole[domain.Length] = (byte)'\\';
        name.CopyTo(whole[(domain.Length + 1)..]);
        return _texts.Account(whole[..length]);
    }
}
