using Rosewood.PolicyAdmin.Simulation.Living;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Simulation.Sharing;
using Rosewood.PolicyAdmin.Simulation.Truth;
using Rosewood.PolicyAdmin.Simulation.Writing;

namespace Rosewood.PolicyAdmin.Simulation;

/// <summary>A school whose days were lived through: its files, and the truth.</summary>
public sealed class SimulatedSchool
{
    private SimulatedSchool(SchoolOptions options, IReadOnlyList<SimulatedPerson> staff, IReadOnlyList<SimulatedDevice> devices, IReadOnlyList<Absence> absences, IReadOnlyList<SharingCase> cases, SchoolLife life)
    {
        Options = options;
        Staff = staff;
        Devices = devices;
        Absences = absences;
        SchoolDays = life.SchoolDays;
        DeclaredShared = life.DeclaredShared;
        Accounts = [.. staff.Select(p => p.Account!), .. life.DeclaredShared];
        SignIns = [.. life.Records.SignIns.OrderByDescending(s => s.At).ThenByDescending(s => s.Number)];
        SecurityEvents = [.. life.Records.Events.GroupBy(e => e.Device.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g.OrderByDescending(e => e.Shown))];
        Truth = TruthTable.Make(this, cases);
    }

    /// <summary>What it was made from.</summary>
    public SchoolOptions Options { get; }

    /// <summary>Who works there.</summary>
    public IReadOnlyList<SimulatedPerson> Staff { get; }

    /// <summary>All machines, also private ones that no inventory has.</summary>
    public IReadOnlyList<SimulatedDevice> Devices { get; }

    /// <summary>Who was written down as absent when.</summary>
    public IReadOnlyList<Absence> Absences { get; }

    /// <summary>The school days, in order.</summary>
    public IReadOnlyList<DateOnly> SchoolDays { get; }

    /// <summary>The accounts of staff and of machines.</summary>
    public IReadOnlyList<SimulatedAccount> Accounts { get; }

    /// <summary>The accounts that the school has declared as shared.</summary>
    public IReadOnlyList<SimulatedAccount> DeclaredShared { get; }

    /// <summary>The sign-ins as Entra lists them, the newest first.</summary>
    public IReadOnlyList<SignIn> SignIns { get; }

    /// <summary>The PCs' Security logs one after another, each with the newest first.</summary>
    public IReadOnlyList<WindowsEvent> SecurityEvents { get; }

    /// <summary>The networks that the school knows.</summary>
    public IReadOnlyList<NetworkRange> Networks { get; } = NetworkRange.All;

    /// <summary>The truth, an entry for every account.</summary>
    public IReadOnlyList<AccountTruth> Truth { get; }

    /// <summary>Makes a school and lives through its days.</summary>
    /// <exception cref="ArgumentException">The options ask for what such a school cannot have.</exception>
    public static SimulatedSchool Make(SchoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StaffCount, 30, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.StaffCount, 200, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SchoolDays, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.SchoolDays, 200, nameof(options));
        var staff = Roster.Make(options);
        var casting = new Casting(options, staff);
        casting.CastAll();
        var estate = new Estate(options, staff, casting);
        Pairs.Join(options, staff);
        var cases = new CaseMaker(options, staff, estate, casting.Chosen).Make();
        var days = Days(options);
        var absences = Illness.Make(options, staff, cases, days);
        var life = new SchoolLife(options, staff, cases, absences, estate, days);
        life.Live();
        return new SimulatedSchool(options, staff, estate.Devices, absences, cases, life);
    }

    /// <summary>Writes the files of the sources that are switched on, and <c>networks.csv</c> and <c>shared-accounts.csv</c>.</summary>
    /// <param name="folder">Where to; made if need be.</param>
    public void WriteTo(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        SchoolFiles.Write(this, folder);
    }

    /// <summary>Writes <c>signins.json</c> to a stream.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="atMost">The newest so many only.</param>
    /// <returns>How many records.</returns>
    public int WriteSignIns(Stream stream, int atMost = int.MaxValue) => SignInFile.Write(SignIns.Take(atMost), stream, Options);

    private static List<DateOnly> Days(SchoolOptions options)
    {
        var days = new List<DateOnly>();
        for (var date = options.StartDate; days.Count < options.SchoolDays; date = date.AddDays(1))
        {
            if (SchoolTerms.IsSchoolDay(date))
            {
                days.Add(date);
            }
        }

        return days;
    }
}
