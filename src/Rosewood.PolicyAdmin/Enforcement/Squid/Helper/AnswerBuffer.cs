using System.Text;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>Answers that wait to be written together.</summary>
internal sealed class AnswerBuffer
{
    private byte[] _bytes = new byte[128 * 1024];
    private int _length;

    /// <summary>How many bytes wait.</summary>
    public int Length => _length;

    /// <summary>What waits.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Adds a line: <c>[channel ]answer[/grant]</c>.</summary>
    public void Add(ReadOnlySpan<byte> channel, ReadOnlySpan<byte> answer, string? grantId)
    {
        var room = channel.Length + answer.Length + (grantId?.Length ?? 0) + 3;
        if (_bytes.Length - _length < room)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + room));
        }

        var target = _bytes.AsSpan(_length);
        var length = 0;
        if (!channel.IsEmpty)
        {
            channel.CopyTo(target);
            target[channel.Length] = (byte)' ';
            length = channel.Length + 1;
        }

        answer.CopyTo(target[length..]);
        length += answer.Length;
        if (grantId is not null)
        {
            target[length] = (byte)'/';
            length += 1 + Encoding.ASCII.GetBytes(grantId, target[(length + 1)..]);
        }

        target[length] = (byte)'\n';
        _length += length + 1;
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;
}
