using System.Globalization;
using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Gives a file's sign-ins on, and counts.</summary>
/// <param name="meaning">Says what a record means.</param>
/// <param name="unit">What a record's number counts.</param>
/// <param name="receive">Takes the sign-ins.</param>
internal sealed class SignInTally(RecordMeaning meaning, string unit, SignInReceiver receive) : RecordTaker
{
    private const int MostSamples = 5;

    private readonly List<UnreadSignIn> _unread = [];
    private long _rows;
    private long _used;
    private long _malformed;
    private long _earliest = long.MaxValue;
    private long _latest;
    private bool _hasBackground;
    private bool _hasDeviceIds;
    private bool _hasAuthenticators;

    /// <inheritdoc/>
    public override bool Take(scoped SignInRecord record, long number)
    {
        var reading = meaning.Read(record, out var signIn);
        if (meaning.UtcTicks > 0)
        {
            _earliest = Math.Min(_earliest, meaning.UtcTicks);
            _latest = Math.Max(_latest, meaning.UtcTicks);
        }

        if (reading == RecordMeaning.Reading.Unread)
        {
            return Refuse(number, meaning.Reason);
        }

        _rows++;
        if (reading == RecordMeaning.Reading.Used)
        {
            _used++;
            _hasBackground |= signIn.Activity == SignInActivity.Background;
            _hasDeviceIds |= signIn.DeviceId is not null;
            _hasAuthenticators |= signIn.AuthenticatorId is not null;
            receive(signIn);
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Refuse(long number, string reason)
    {
        _rows++;
        _malformed++;
        if (_unread.Count < MostSamples)
        {
            _unread.Add(new UnreadSignIn(string.Create(CultureInfo.InvariantCulture, $"{unit} {number}"), reason));
        }

        return true;
    }

    /// <summary>What was read.</summary>
    public SignInFile File(string path, SignInLayout layout) => new(
        path,
        layout.Source,
        layout.Kind,
        _rows,
        _used,
        _malformed,
        _latest == 0 ? null : new DateTimeOffset(_earliest, TimeSpan.Zero),
        _latest == 0 ? null : new DateTimeOffset(_latest, TimeSpan.Zero),
        _hasBackground || meaning.IsActivityOpen,
        _hasDeviceIds,
        _hasAuthenticators)
    {
        Unread = _unread,
    };
}
