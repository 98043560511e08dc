using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>Who knows which password since when, and which phone approves.</summary>
internal sealed class Passwords(SchoolOptions options)
{
    private readonly Dictionary<SimulatedAccount, long> _changed = [];
    private readonly Dictionary<(SimulatedAccount, SimulatedPerson), long> _learned = [];
    private readonly Dictionary<(SimulatedAccount, SimulatedDevice), long> _approved = [];
    private readonly HashSet<SimulatedAccount> _forgotten = [];

    /// <summary>The password changes; those who were told the old one no longer know it.</summary>
    public void Change(SimulatedAccount account, long at) => _changed[account] = at;

    /// <summary>The owner will not remember it at the next sign-in.</summary>
    public void Forget(SimulatedAccount account) => _forgotten.Add(account);

    /// <summary>How many wrong passwords are typed before the right one, and what that was.</summary>
    public (int Wrong, Behaviour? Why, bool MustAsk) Try(DeviceUse use, Dice dice)
    {
        var (account, actor) = (use.Account, use.Actor);
        if (actor == account.Owner)
        {
            if (_forgotten.Remove(account))
            {
                Change(account, use.From);
                return (dice.Between(3, 5), Behaviour.ForgottenPassword, false);
            }

            if (_changed.TryGetValue(account, out var changed) && use.From - changed < 24 * 60 * UkTime.Minute && dice.Chance(0.3))
            {
                return (1, Behaviour.PasswordChange, false);
            }

            return actor.Does(Behaviour.TypingErrors) && dice.Chance(0.06) ? (dice.Between(1, 2), Behaviour.TypingErrors, false) : (0, null, false);
        }

        var isNew = !_learned.TryGetValue((account, actor), out var learned);
        var isOutOfDate = !isNew && _changed.TryGetValue(account, out var since) && since > learned;
        _learned[(account, actor)] = use.From;
        return isOutOfDate ? (dice.Between(2, 3), null, true)
            : isNew && dice.Chance(0.5) ? (dice.Between(1, 3), null, false)
            : dice.Chance(0.04) ? (1, null, false) : (0, null, false);
    }

    /// <summary>
    /// Whether the second factor is asked for in a browser, every fortnight on each device: outside the school on devices that are not
    /// managed, and everywhere of leaders, the office and the technician, whose accounts reach the most.
    /// </summary>
    public bool NeedsSecondFactor(SimulatedAccount account, SimulatedDevice device, Egress egress, long at)
    {
        var isSensitive = account.Owner is { } owner && (owner.IsLeader || owner.Role is StaffRole.Admin or StaffRole.Technician);
        if (!isSensitive && (device.IsSchools || egress.Kind is EgressKind.School or EgressKind.Proxy))
        {
            return false;
        }

        if (_approved.TryGetValue((account, device), out var last) && at - last < 14L * 24 * 60 * UkTime.Minute)
        {
            return false;
        }

        _approved[(account, device)] = at;
        return true;
    }

    /// <summary>Dice for one use.</summary>
    public Dice DiceFor(DeviceUse use) => Dice.Of(options.Seed, "use", use.Actor.Number, use.From, use.Account.Rid + (use.Device.Name.Length * 1000L));
}
