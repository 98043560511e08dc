using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>The accounts that are no person's: a kiosk's and a service's. The school has declared them as shared.</summary>
internal sealed class Machines(SchoolOptions options, Estate estate, Records records)
{
    private readonly Dice _dice = Dice.Of(options.Seed, "machines");

    /// <summary>Makes the accounts, or none when the school has none.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts { get; } = options.Rates[Behaviour.ServiceAccount] > 0 || options.People.ContainsKey(Behaviour.ServiceAccount)
        ? [Make(options, "kiosk.hall", "Hall kiosk", 1900), Make(options, "svc.sync", "Directory synchronisation", 1901)]
        : [];

    public void Live(DayBook day)
    {
        if (Accounts.Count == 0)
        {
            return;
        }

        var (kiosk, service) = (Accounts[0], Accounts[1]);
        if (day.IsSchoolDay)
        {
            var at = day.At(_dice.About(450, 3));
            records.Event(4624, at, estate.Kiosk, kiosk, Rooms.Hall, null, 2, records.NextLogonId(), "127.0.0.1");
            for (; at < day.At(1080); at += (long)((20 + _dice.Wait(40)) * UkTime.Minute))
            {
                records.SignIn(at + 5000, kiosk, CloudApp.Office, estate.Kiosk, Networks.School, Rooms.Hall, actor: null);
            }
        }

        for (var minute = 4.0; minute < 1440; minute += 30)
        {
            records.SignIn(day.At(minute), service, CloudApp.Sync, estate.Server, Networks.School, Rooms.Technicians, actor: null);
        }
    }

    private static SimulatedAccount Make(SchoolOptions options, string login, string name, int rid)
    {
        var account = new SimulatedAccount
        {
            UserPrincipalName = login + "@" + Roster.Domain,
            DisplayName = name,
            UserId = Dice.Of(options.Seed, login).Guid(),
            Rid = rid,
        };
        account.Note(Behaviour.ServiceAccount);
        return account;
    }
}
