using System.Text;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>
/// Numbers for people. Where a line names a user, that is the person, whatever the machine and however the login is written
/// (<c>ROSEWOOD\nell</c>, <c>nell@rosewood.example</c>): taking one person for two would tell what only one reads. Else it is the device.
/// </summary>
internal sealed class GapPeople
{
    private const int Most = 100_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _raw;
    private readonly Dictionary<string, int> _rawNumbers = new(StringComparer.Ordinal);

    public GapPeople() => _raw = _rawNumbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number; negative for a device. Zero when there are too many or the line names neither.</summary>
    public int Of(in LogFields fields) =>
        !fields.User.IsEmpty ? Number(fields.User, isUser: true, fields.UserIsEncoded) : -Number(fields.Device.IsEmpty ? fields.SourceAddress : fields.Device, isUser: false, encoded: false);

    private int Number(ReadOnlySpan<byte> bytes, bool isUser, bool encoded)
    {
        const int Longest = 512;
        if (bytes.IsEmpty || bytes.Length > Longest)
        {
            return 0;
        }

        Span<char> key = stackalloc char[Longest + 1];
        key[0] = isUser ? 'u' : 'd';
        var length = 1 + Encoding.Latin1.GetChars(bytes, key[1..]);
        if (_raw.TryGetValue(key[..length], out var number))
        {
            return number;
        }

        var text = isUser ? LogText.OrNull(bytes, encoded)! : LogText.Address(bytes)!;
        var name = isUser ? "u" + LoginName.WithoutDomain(LoginName.Normalize(text)).ToString() : "d" + text;
        if (!_numbers.TryGetValue(name, out number) && _numbers.Count < Most)
        {
            _numbers.Add(name, number = _numbers.Count + 1);
        }

        if (number > 0 && _rawNumbers.Count < Most)
        {
            _raw[key[..length]] = number;
        }

        return number;
    }
}
