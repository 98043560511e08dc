namespace Rosewood.PolicyAdmin.Commands;

/// <summary>A column that an importer knows.</summary>
/// <param name="Name">Its name in the documentation.</param>
/// <param name="Required">Whether a file without it is refused.</param>
/// <param name="Aliases">Other headers that mean the same. Case, spaces, <c>_</c> and <c>-</c> make no difference.</param>
internal sealed record CsvColumn(string Name, bool Required, params string[] Aliases)
{
    /// <summary>Whether of several headers that mean the column the one whose alias stands first is taken; else more than one is a fault.</summary>
    public bool FirstAliasWins { get; init; }

    /// <summary>A header as it is compared: letters and digits, lower case.</summary>
    public static string Squeeze(string header) =>
        PlainText.Squeeze(PlainText.Clean(header));
}
