using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers.Files;

/// <summary>A row of a register's file: what the Get- command prints with <c>-As Csv</c>, or what a person wrote by the same columns.</summary>
/// <param name="row">The row.</param>
/// <param name="guard">Collects what is wrong with it.</param>
internal sealed class RegisterRow(CsvRow row, RegisterGuard guard)
{
    private const int Longest = 500;
    private static readonly string[] Yes = ["true", "yes", "y", "1"];
    private static readonly string[] No = ["false", "no", "n", "0"];

    /// <summary>Collects what is wrong with the row.</summary>
    public RegisterGuard Guard => guard;

    /// <summary>A cell's text; null when it is empty.</summary>
    public string? Text(string column) => row.Text(column, Longest) is { } text ? CsvFormula.Bare(text) : null;

    /// <summary>A cell's list, parted by <c>;</c>.</summary>
    public string[] List(string column) => [.. row.List(column).Select(CsvFormula.Bare)];

    /// <summary>A cell's time or date; null when it is empty or wrong.</summary>
    public TimeInput? Time(string column) => Text(column) is { } text ? guard.Check<TimeInput?>(column, () => new TimeInput(text)) : null;

    /// <summary>A cell's yes or no; an empty one is no.</summary>
    public bool Flag(string column)
    {
        if (Text(column) is not { } text || No.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        return Yes.Contains(text, StringComparer.OrdinalIgnoreCase) || guard.Check(column, () => Refuse<bool>(column, text, "True or False"));
    }

    /// <summary>A cell's word out of a few; null when it is empty or wrong.</summary>
    public T? Word<T>(string column)
        where T : struct, Enum =>
        Text(column) is { } text ? guard.Check<T?>(column, () => WordOf<T>(column, text)) : null;

    /// <summary>A cell's words out of a few, parted by <c>;</c>.</summary>
    public T[] Words<T>(string column)
        where T : struct, Enum =>
        [.. List(column).Select(text => guard.Check<T?>(column, () => WordOf<T>(column, text))).OfType<T>()];

    private static T WordOf<T>(string column, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsAsciiDigit(text[0]) ? word : Refuse<T>(column, text, string.Join(", ", Enum.GetNames<T>()));

    private static T Refuse<T>(string column, string text, string known) => throw RegisterFaults.WordUnknown(column, text, known).ToException();
}
