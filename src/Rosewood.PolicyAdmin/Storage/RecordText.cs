using System.Globalization;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>How ids, lists and dates stand in the store.</summary>
internal static class RecordText
{
    private const string DateFormat = "yyyy-MM-dd";

    public static string Id(char kind, long number) => Id(kind.ToString(), number);

    public static string Id(string kind, long number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:0000}");

    /// <summary>The number of an id such as <c>P-0001</c>; null when it is none of that kind.</summary>
    public static long? Number(char kind, string id) =>
        id.Length > 2 && char.ToUpperInvariant(id[0]) == kind && id[1] == '-'
        && long.TryParse(id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string List(IReadOnlyList<string> values) => JsonSerializer.Serialize(values);

    public static IReadOnlyList<string> List(string json) => string.Equals(json, "[]", StringComparison.Ordinal) ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];

    public static string? Date(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);
}
