using System.Globalization;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Exchange;

/// <summary>The tenant's message traces.</summary>
public sealed class TraceLog
{
    private readonly TenantState state;
    private readonly TimedSet<TraceRecord> records = new(r => new TraceEntity(r), r => TimeText.Whole(r.At));

    internal TraceLog(TenantState state) => this.state = state;

    /// <summary>All traces, the newest first, also those too old to be answered.</summary>
    public IReadOnlyList<TraceRecord> All
    {
        get
        {
            lock (state.Gate)
            {
                return [.. records.All];
            }
        }
    }

    /// <summary>Adds traces.</summary>
    public void Add(params IEnumerable<TraceRecord> traces)
    {
        lock (state.Gate)
        {
            foreach (var trace in traces)
            {
                records.Add(trace);
            }
        }
    }

    /// <summary>Makes a mass of traces between the tenant's users and families, evenly over a time, the same for the same seed; each third message has two recipients and one id.</summary>
    /// <param name="count">How many.</param>
    /// <param name="from">The oldest moment.</param>
    /// <param name="to">The newest moment.</param>
    /// <param name="seed">The seed.</param>
    public void Generate(int count, DateTimeOffset from, DateTimeOffset to, int seed = 1)
    {
        lock (state.Gate)
        {
            var users = state.Directory.Users;
            DateTimeOffset Time(int i) => TimeText.Whole(to - ((to - from) * ((double)(i / 3 * 3) / Math.Max(1, count))));
            TraceRecord At(int i)
            {
                var message = i % 3 == 2 ? i - 1 : i;
                var lot = MadeId.Mix(((uint)seed * 0x85EBCA6Bu) + (uint)message);
                var sender = users.Count > 0 ? users[(int)(lot % (uint)users.Count)].UserPrincipalName : "user0001@rosewood.example";
                return new TraceRecord(MadeId.Of(seed, message).ToString(), Time(i), sender, string.Create(CultureInfo.InvariantCulture, $"family{(lot / 13 % 500) + (uint)(i - message)}@mail.example"))
                {
                    Subject = string.Create(CultureInfo.InvariantCulture, $"Message {message}"),
                    Size = (int)(lot % 90_000) + 1000,
                    Status = lot % 50 == 0 ? "failed" : "delivered",
                };
            }

            records.SetMass(count, Time, At);
        }
    }

    internal IReadOnlyList<IEntity> Between(DateTimeOffset from, DateTimeOffset to) => records.Between(from, to);
}
