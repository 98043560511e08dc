using System.Collections.Frozen;
using System.Text;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What the columns of a table mean, found by their names in any order.</summary>
internal sealed class CsvColumns
{
    private CsvColumns(SignInSource source, int[] slots, TimeZoneInfo? zone)
    {
        Source = source;
        Slots = slots;
        Zone = zone;
    }

    /// <summary>What the table holds.</summary>
    public SignInSource Source { get; }

    /// <summary>For each column the slot of its field, see <see cref="RecordFields.Slot"/>; negative: it does not matter.</summary>
    public IReadOnlyList<int> Slots { get; }

    /// <summary>The zone that the header gives its times; null: none.</summary>
    public TimeZoneInfo? Zone { get; }

    /// <summary>Finds the columns.</summary>
    /// <param name="names">The header's names.</param>
    /// <returns>Null when what is needed is not there.</returns>
    public static CsvColumns? Of(IReadOnlyList<string> names) => Entra(names) ?? Windows(names);

    private static CsvColumns? Entra(IReadOnlyList<string> names)
    {
        TimeZoneInfo? zone = null;
        var slots = Slot(names, name =>
        {
            if (!TryDate(name, out var named))
            {
                return Meaning(CsvNames.Entra, name);
            }

            zone ??= named;
            return new CsvMeaning(SignInField.Time, 0);
        });
        return Has(slots, SignInField.Time) && (Has(slots, SignInField.ServicePrincipal) || (Has(slots, SignInField.Account) && (Has(slots, SignInField.ErrorCode) || Has(slots, SignInField.Status))))
            ? new CsvColumns(SignInSource.Entra, slots, zone)
            : null;
    }

    private static CsvColumns? Windows(IReadOnlyList<string> names)
    {
        var slots = Slot(names, static name => Meaning(CsvNames.Windows, name));
        if (!Has(slots, SignInField.Time) || !Has(slots, SignInField.EventId))
        {
            return null;
        }

        if (!Has(slots, SignInField.Account) && !Has(slots, SignInField.Message) && !Has(slots, SignInField.Xml))
        {
            // Event Viewer writes the event's words behind the last column that its header names.
            if (!names.Any(static n => string.Equals(CsvNames.Plain(n), "taskcategory", StringComparison.Ordinal)))
            {
                return null;
            }

            slots = [.. slots, RecordFields.Slot(SignInField.Message)];
        }

        return new CsvColumns(SignInSource.Windows, slots, zone: null);
    }

    /// <summary>Each column's slot; of several columns for one field only the best-named, or the first, counts.</summary>
    private static int[] Slot(IReadOnlyList<string> names, Func<string, CsvMeaning?> meaning)
    {
        var meanings = names.Select(meaning).ToArray();
        var slots = new int[meanings.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = meanings[i] is { } m && Array.FindIndex(meanings, o => o?.Field == m.Field && o.Value.Rank == meanings.Where(x => x?.Field == m.Field).Min(static x => x!.Value.Rank)) == i
                ? RecordFields.Slot(m.Field)
                : -1;
        }

        return slots;
    }

    private static CsvMeaning? Meaning(FrozenDictionary<string, CsvMeaning> table, string name) => table.TryGetValue(CsvNames.Plain(name), out var meaning) ? meaning : null;

    private static bool Has(int[] slots, SignInField field) => slots.Contains(RecordFields.Slot(field));

    /// <summary><c>Date (UTC)</c>, <c>Date (UTC+1)</c>, <c>Date (local)</c>, <c>Date</c>, <c>Fecha (UTC)</c>.</summary>
    private static bool TryDate(string name, out TimeZoneInfo? zone)
    {
        zone = null;
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var word = CsvNames.Plain(open < 0 ? name : name[..open]);
        if (word is not ("date" or "fecha"))
        {
            return false;
        }

        var inside = open < 0 ? "" : name[(open + 1)..].TrimEnd(' ', ')');
        if (LogTime.TryOffset(Encoding.UTF8.GetBytes(inside), out var ticks))
        {
            zone = ticks == 0 ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(inside, TimeSpan.FromTicks(ticks), inside, inside);
        }

        return zone is not null || inside.Length == 0 || inside.Contains("local", StringComparison.OrdinalIgnoreCase);
    }
}
