using System.Collections.Concurrent;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Traffic.Content;

/// <summary>
/// What a filter vendor's categories are to the policy (MIS-2), from <c>Traffic/Categories/&lt;vendor&gt;.csv</c>: each category has a type or
/// is listed as not relevant, so that a category which is in no table is known to be unknown.
/// </summary>
internal sealed class CategoryTable
{
    private const string NotRelevant = "-";
    private const string Folder = "Traffic.Categories.";
    private const string End = ".csv";
    private static readonly ConcurrentDictionary<string, CategoryTable?> Tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IncidentType?> _types = new(StringComparer.Ordinal);

    private CategoryTable(string vendor) => Vendor = vendor;

    /// <summary>The vendor's name, as <see cref="LogFormat.CategoryVendor"/> has it.</summary>
    public string Vendor { get; }

    /// <summary>All vendors' tables.</summary>
    public static IEnumerable<CategoryTable> All => typeof(CategoryTable).Assembly.GetManifestResourceNames()
        .Where(static n => n.Contains(Folder, StringComparison.Ordinal) && n.EndsWith(End, StringComparison.Ordinal))
        .Select(static n => Of(n[(n.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^End.Length])!);

    /// <summary>How many categories it holds.</summary>
    public int Count => _types.Count;

    /// <summary>A vendor's table, read when it is asked for first; null when there is none.</summary>
    public static CategoryTable? Of(string vendor) => Tables.GetOrAdd(vendor, Read);

    /// <summary>Looks a category up; a line may name several, of which the gravest counts.</summary>
    /// <param name="categories">As the log has it.</param>
    public CategoryMeaning Find(string categories)
    {
        if (_types.TryGetValue(PlainText.Squeeze(categories), out var whole))
        {
            return new(whole, Unknown: null);
        }

        IncidentType? type = null;
        var unknown = new List<string>();
        foreach (var part in categories.Split(categories.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (_types.TryGetValue(PlainText.Squeeze(part), out var one))
            {
                type = Graver(type, one);
            }
            else
            {
                unknown.Add(part);
            }
        }

        return new(type, unknown.Count == 0 ? null : string.Join("; ", unknown));
    }

    private static IncidentType? Graver(IncidentType? a, IncidentType? b) => a is null ? b : b is null ? a : Gravity(a.Value) >= Gravity(b.Value) ? a : b;

    private static int Gravity(IncidentType type) => IncidentRoutes.Of(type) switch
    {
        { IsWithheld: true } => 3,
        { Police: true } => 2,
        { Clause: "RES-1" } => 1,
        _ => 0,
    };

    private static CategoryTable? Read(string vendor)
    {
        using var stream = typeof(CategoryTable).Assembly.GetManifestResourceStream("Rosewood.PolicyAdmin." + Folder + vendor + End);
        if (stream is null)
        {
            return null;
        }

        var table = new CategoryTable(vendor);
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var type = csv.GetField("Type")!;
            IncidentType? meaning = type.Equals(NotRelevant, StringComparison.Ordinal) ? null : Enum.Parse<IncidentType>(type);
            var name = csv.GetField("Category")!;
            if (!table._types.TryAdd(PlainText.Squeeze(name), meaning) && table._types[PlainText.Squeeze(name)] != meaning)
            {
                throw new InvalidDataException($"{vendor}: '{name}' has two meanings.");
            }
        }

        return table;
    }
}

/// <summary>What a line's categories are to the policy.</summary>
/// <param name="Type">The gravest type among them; null: none is relevant, as far as they are known.</param>
/// <param name="Unknown">Those that are in no table; null: all are known.</param>
internal readonly record struct CategoryMeaning(IncidentType? Type, string? Unknown);
