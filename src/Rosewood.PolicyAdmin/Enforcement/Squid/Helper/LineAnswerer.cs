using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>Answers questions line by line. Allocates nothing for logins and addresses that it has met before. Serves one thread.</summary>
/// <param name="hasChannels">Whether questions begin with a channel, as with <c>concurrency=</c>.</param>
internal sealed class LineAnswerer(bool hasChannels)
{
    private readonly AnswerTable _answers = new();
    private readonly TextInterner _logins = new(HelperWord.Login);
    private readonly TextInterner _addresses = new(HelperWord.Address);
    private readonly TextInterner _macs = new(HelperWord.Mac);

    /// <summary>Answers a question.</summary>
    /// <param name="line">The line without its line break.</param>
    /// <param name="state">What is gone by.</param>
    /// <param name="utcTicks">The instant.</param>
    /// <param name="output">Receives the answer.</param>
    /// <returns>False when the line has no channel to answer on: Squid can't take an answer without one.</returns>
    public bool Answer(ReadOnlySpan<byte> line, HelperState state, long utcTicks, AnswerBuffer output)
    {
        if (line.EndsWith((byte)'\r'))
        {
            line = line[..^1];
        }

        var question = HelperLine.Read(line, hasChannels);
        if (hasChannels && question.Channel.IsEmpty)
        {
            return false;
        }

        if (!TryDecide(question, state, utcTicks, out var decision))
        {
            output.Add(question.Channel, _answers.NotUnderstood, grantId: null);
        }
        else if (decision.Reason == ReasonCode.StateUnavailable && state.Problem is { } problem)
        {
            output.Add(question.Channel, _answers.For(problem), grantId: null);
        }
        else
        {
            output.Add(question.Channel, _answers.For(decision), decision.GrantId);
        }

        return true;
    }

    /// <summary>Answers a line that is longer than any question, by its beginning.</summary>
    public bool AnswerTooLong(ReadOnlySpan<byte> beginning, AnswerBuffer output)
    {
        var channel = hasChannels ? HelperLine.ChannelOf(ref beginning) : default;
        if (hasChannels && channel.IsEmpty)
        {
            return false;
        }

        output.Add(channel, _answers.TooLong, grantId: null);
        return true;
    }

    private bool TryDecide(in HelperLine question, HelperState state, long utcTicks, out AccessDecision decision)
    {
        decision = default;
        string? login = null;
        string? address = null;
        string? mac = null;
        if (!question.IsWhole
            || HelperWord.IsAbsent(question.Host)
            || (!HelperWord.IsAbsent(question.Login) && (login = _logins[question.Login]) is null)
            || (!HelperWord.IsAbsent(question.Source) && (address = _addresses[question.Source]) is null)
            || (!HelperWord.IsAbsent(question.Mac) && (mac = _macs[question.Mac]) is null))
        {
            return false;
        }

        if (!question.Host.Contains((byte)'%'))
        {
            decision = state.Decide(login, address, mac, question.Host, utcTicks);
            return true;
        }

        if (question.Host.Length > HelperWord.Longest)
        {
            return false;
        }

        Span<byte> host = stackalloc byte[HelperWord.Longest];
        decision = state.Decide(login, address, mac, host[..PercentText.Decode(question.Host, host)], utcTicks);
        return true;
    }
}
