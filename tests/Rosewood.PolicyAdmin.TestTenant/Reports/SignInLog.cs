using System.Globalization;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Reports;

/// <summary>The tenant's sign-ins.</summary>
public sealed class SignInLog
{
    private static readonly string[] Apps = ["Office 365 Exchange Online", "Microsoft Teams", "SharePoint Online", "Windows Sign In", "OfficeHome"];

    private readonly TenantState state;
    private readonly TimedSet<SignInRecord> stable;
    private readonly TimedSet<SignInRecord> beta;

    internal SignInLog(TenantState state)
    {
        this.state = state;
        stable = new TimedSet<SignInRecord>(r => new SignInEntity(r, isBeta: false), r => TimeText.Whole(r.At));
        beta = new TimedSet<SignInRecord>(r => new SignInEntity(r, isBeta: true), r => TimeText.Whole(r.At));
    }

    /// <summary>All sign-ins, the newest first, also those too old to be answered.</summary>
    public IReadOnlyList<SignInRecord> All
    {
        get
        {
            lock (state.Gate)
            {
                return [.. stable.All];
            }
        }
    }

    /// <summary>Adds sign-ins.</summary>
    public void Add(params IEnumerable<SignInRecord> records)
    {
        lock (state.Gate)
        {
            foreach (var record in records)
            {
                stable.Add(record);
                beta.Add(record);
            }
        }
    }

    /// <summary>Makes a mass of sign-ins of the tenant's users, evenly over a time, the same for the same seed; several may share a second.</summary>
    /// <param name="count">How many.</param>
    /// <param name="from">The oldest moment.</param>
    /// <param name="to">The newest moment.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="nonInteractive">The share (0 to 1) that only beta has.</param>
    public void Generate(int count, DateTimeOffset from, DateTimeOffset to, int seed = 1, double nonInteractive = 0)
    {
        lock (state.Gate)
        {
            var users = state.Directory.Users;
            DateTimeOffset Time(int i) => TimeText.Whole(to - ((to - from) * ((double)i / Math.Max(1, count))));
            SignInRecord At(int i)
            {
                var lot = MadeId.Mix(((uint)seed * 0x9E3779B9u) + (uint)i);
                var user = users.Count > 0 ? users[(int)(lot % (uint)users.Count)] : null;
                return new SignInRecord(MadeId.Of(seed, i).ToString(), Time(i), user?.Id ?? "00000000-0000-4000-8000-000000000001", user?.UserPrincipalName ?? "user0001@rosewood.example")
                {
                    UserDisplayName = user?.DisplayName ?? "User 1",
                    AppDisplayName = Apps[lot / 7 % 5],
                    IpAddress = string.Create(CultureInfo.InvariantCulture, $"203.0.113.{lot / 31 % 250}"),
                    IsInteractive = MadeId.Mix(lot) / (double)uint.MaxValue >= nonInteractive,
                    ErrorCode = lot % 20 == 0 ? 50126 : 0,
                };
            }

            stable.SetMass(count, Time, At);
            beta.SetMass(count, Time, At);
        }
    }

    internal IReadOnlyList<IEntity> Between(bool isBeta, DateTimeOffset from, DateTimeOffset to) => (isBeta ? beta : stable).Between(from, to);
}
