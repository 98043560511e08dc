using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>A grant with what was appended to it later: its ending and its authoriser's answer.</summary>
public sealed class Grant
{
    private readonly long _recordedAt;
    private readonly long _from;
    private readonly long _until;
    private readonly long _endedAt;
    private readonly long _confirmedAt;

    /// <summary>Puts a grant together from its facts.</summary>
    public Grant(GrantFact fact, GrantEnding? ending, GrantAnswer? answer)
    {
        ArgumentNullException.ThrowIfNull(fact);
        Fact = fact;
        Answer = answer;
        Ending = ending ?? (answer is { Refused: true } ? new GrantEnding(fact.Id, answer.At, answer.By, "Refused by the authoriser") : null);
        _recordedAt = fact.GrantedAt.UtcTicks;
        _from = Math.Max(fact.From.UtcTicks, _recordedAt);
        _until = fact.Until.UtcTicks;
        _endedAt = Ending?.At.UtcTicks ?? long.MaxValue;
        _confirmedAt = !fact.RequiresConfirmation ? long.MinValue : answer is { Refused: false } ? answer.At.UtcTicks : long.MaxValue;
    }

    /// <summary>The grant as recorded.</summary>
    public GrantFact Fact { get; }

    /// <summary>Its end before its time, or null.</summary>
    public GrantEnding? Ending { get; }

    /// <summary>The authoriser's answer, or null.</summary>
    public GrantAnswer? Answer { get; }

    /// <summary>The instants at which it begins or stops to count, UTC ticks.</summary>
    public IEnumerable<long> Boundaries()
    {
        yield return _from;
        yield return _until;
        if (_endedAt != long.MaxValue)
        {
            yield return _endedAt;
        }

        if (_confirmedAt is not (long.MinValue or long.MaxValue))
        {
            yield return _confirmedAt;
        }
    }

    /// <summary>
    /// Why the grant does not cover an access, or <see cref="ReasonCode.Grant"/> when it does; <see cref="ReasonCode.NoGrant"/> where it
    /// says nothing of the access: it was not recorded yet, or has not begun and is for something else.
    /// </summary>
    public ReasonCode Judge(string service, DeviceClass deviceClass, string? deviceName, long utcTicks)
    {
        // What is recorded later changes no reason of what was used before.
        if (utcTicks < _recordedAt)
        {
            return ReasonCode.NoGrant;
        }

        if (!CoversService(service))
        {
            return utcTicks < _from ? ReasonCode.NoGrant : ReasonCode.GrantOtherService;
        }

        if (!CoversDevice(deviceClass, deviceName))
        {
            return utcTicks < _from ? ReasonCode.NoGrant : ReasonCode.GrantOtherDevice;
        }

        return JudgeTime(utcTicks);
    }

    /// <summary>How the grant stands at an instant.</summary>
    public GrantStatus StatusAt(long utcTicks) => JudgeTime(utcTicks) switch
    {
        ReasonCode.Grant => GrantStatus.Active,
        ReasonCode.GrantEnded => GrantStatus.Expired,
        ReasonCode.GrantRevoked => GrantStatus.Revoked,
        _ => GrantStatus.Pending,
    };

    /// <summary>What the authoriser had said by an instant.</summary>
    public ConfirmationState ConfirmationAt(long utcTicks)
    {
        if (!Fact.WantsConfirmation)
        {
            return ConfirmationState.NotNeeded;
        }

        return Answer is null || Answer.At.UtcTicks > utcTicks
            ? ConfirmationState.Unconfirmed
            : Answer.Refused ? ConfirmationState.Refused : ConfirmationState.Confirmed;
    }

    private ReasonCode JudgeTime(long utcTicks)
    {
        // The earlier of the two ends is the one that ended it: a grant revoked after its own end had simply ended.
        if (_endedAt < _until && utcTicks >= _endedAt)
        {
            return ReasonCode.GrantRevoked;
        }

        if (utcTicks >= _until)
        {
            return ReasonCode.GrantEnded;
        }

        if (utcTicks < _from)
        {
            return ReasonCode.GrantNotYetBegun;
        }

        return utcTicks < _confirmedAt ? ReasonCode.GrantPending : ReasonCode.Grant;
    }

    private bool CoversService(string service)
    {
        var services = Fact.Services;
        if (services.Count == 0)
        {
            return true;
        }

        for (var i = 0; i < services.Count; i++)
        {
            if (string.Equals(services[i], service, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool CoversDevice(DeviceClass deviceClass, string? deviceName)
    {
        var classes = Fact.DeviceClasses;
        for (var i = 0; i < classes.Count; i++)
        {
            if (classes[i] == deviceClass)
            {
                return true;
            }
        }

        var names = Fact.DeviceNames;
        for (var i = 0; deviceName is not null && i < names.Count; i++)
        {
            if (string.Equals(names[i], deviceName, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
