using System.Buffers.Text;
using System.Text;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Reads a sign-in of Microsoft Entra, from Graph or the admin center.</summary>
/// <param name="time">Reads its time.</param>
/// <param name="isInteractive">Whether a person was there where a record does not say; null: not known, taken as yes.</param>
internal sealed class EntraMeaning(RecordTime time, bool? isInteractive) : RecordMeaning
{
    private readonly SignInTexts _texts = new();

    /// <inheritdoc/>
    public override Reading Read(scoped SignInRecord record, out SignIn signIn)
    {
        signIn = default;
        UtcTicks = 0;
        var written = record[SignInField.Time];
        if (!time.TryRead(written, out var ticks))
        {
            return Refuse(written.IsEmpty ? "it has no time." : "its time can't be read.");
        }

        UtcTicks = ticks;

        // Applications sign in for themselves: no account is in such a record.
        var account = record[SignInField.Account];
        var eventType = record[SignInField.EventType];
        if (SignInTexts.IsNone(account) || Is(eventType, "servicePrincipal"u8) || Is(eventType, "managedIdentity"u8))
        {
            return Reading.Dropped;
        }

        if (_texts.Account(account) is not { } name)
        {
            return Refuse($"its account is longer than {SignInTexts.Longest} characters.");
        }

        if (Outcome(record) is not { } outcome)
        {
            return Refuse("it has neither an error code nor a status that is known.");
        }

        var (city, country) = Place(record);
        var latitude = Degrees(record[SignInField.Latitude], 90);
        var longitude = Degrees(record[SignInField.Longitude], 180);
        var isPlaced = latitude is not null && longitude is not null;
        signIn = new SignIn
        {
            Source = SignInSource.Entra,
            UtcTicks = ticks,
            Account = name,
            Outcome = outcome,
            Activity = Activity(record[SignInField.IsInteractive], eventType),
            DeviceId = _texts.Text(record[SignInField.DeviceId]),
            DeviceName = _texts.Text(record[SignInField.DeviceName]),
            OperatingSystem = _texts.Text(record[SignInField.OperatingSystem]),
            Browser = _texts.Text(record[SignInField.Browser]) ?? _texts.Text(record[SignInField.ClientApp]),
            Application = _texts.Text(record[SignInField.Application]) ?? _texts.Text(record[SignInField.Resource]),
            Address = _texts.Address(record[SignInField.Address]),
            City = city,
            Country = country,
            Latitude = isPlaced ? latitude : null,
            Longitude = isPlaced ? longitude : null,
            AutonomousSystem = Number(record[SignInField.AutonomousSystem]),
            AuthenticatorId = _texts.Text(record[SignInField.AuthenticatorId]),
        };
        return Reading.Used;
    }

    private SignInOutcome? Outcome(scoped SignInRecord record)
    {
        var text = record[SignInField.ErrorCode];
        var status = EntraOutcome.Of(_texts.Text(record[SignInField.Status]));
        if (!Utf8Parser.TryParse(text, out int code, out var used) || used != text.Length)
        {
            return text.IsEmpty || status is not null ? status : null;
        }

        if (code == 0 && status is { } other)
        {
            return other;
        }

        var outcome = EntraOutcome.IsSecondFactor(code) && SecondFactor.Of(record, _texts) is { } said ? said : EntraOutcome.Of(code);
        return outcome == SignInOutcome.Refused && status == SignInOutcome.Interrupted ? SignInOutcome.Interrupted : outcome;
    }

    private SignInActivity Activity(ReadOnlySpan<byte> flag, ReadOnlySpan<byte> eventType)
    {
        if (Is(flag, "false"u8) || Is(eventType, "nonInteractiveUser"u8))
        {
            return SignInActivity.Background;
        }

        if (Is(flag, "true"u8) || Is(eventType, "interactiveUser"u8))
        {
            return SignInActivity.Interactive;
        }

        IsActivityOpen |= isInteractive is null;
        return isInteractive == false ? SignInActivity.Background : SignInActivity.Interactive;
    }

    /// <summary>The town and the country, which the admin center's CSV has in one text, such as <c>Leeds, West Yorkshire, GB</c>.</summary>
    private (string? City, string? Country) Place(scoped SignInRecord record)
    {
        var place = record[SignInField.Location];
        if (place.IsEmpty)
        {
            return (_texts.Text(record[SignInField.City]), _texts.Text(record[SignInField.Country]));
        }

        var last = place.LastIndexOf((byte)',');
        var country = place[(last + 1)..].Trim((byte)' ');
        var first = place.IndexOf((byte)',');
        return (first < 0 ? null : _texts.Text(place[..first].Trim((byte)' ')), country.Length == 2 ? _texts.Text(country) : null);
    }

    private static int? Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int number, out var used) && used == text.Length && number > 0 ? number : null;

    private static double? Degrees(ReadOnlySpan<byte> text, double most) =>
        Utf8Parser.TryParse(text, out double degrees, out var used) && used == text.Length && Math.Abs(degrees) <= most ? degrees : null;

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);
}
