using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>A place in a file: line and column, both from 1.</summary>
internal readonly record struct CsvPlace(int Line, int Column);

/// <summary>Everything that is wrong in a file, collected so that a person corrects it in one go.</summary>
/// <param name="path">The file, or where else the table comes from.</param>
/// <param name="rows">The rows' names where there is no file to look into, the first below the header; else null.</param>
internal sealed class CsvProblems(string path, IReadOnlyList<string>? rows = null)
{
    private const int Listed = 20;
    private readonly List<(CsvPlace Place, string Message)> _first = [];

    /// <summary>How many there are; only the first ones are kept.</summary>
    public int Count { get; private set; }

    /// <summary>Notes a problem.</summary>
    public void Add(CsvPlace place, string message)
    {
        Count++;
        if (_first.Count < Listed)
        {
            _first.Add((place, message));
        }
    }

    /// <summary>Ends the import when there was a problem.</summary>
    /// <exception cref="FaultException"><c>CsvInvalid</c>, with the places.</exception>
    public void ThrowIfAny()
    {
        if (Count == 0)
        {
            return;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)} has {Count} {(Count == 1 ? "problem" : "problems")}; nothing was imported. {(rows is null ? "Correct the file and import it again." : "Correct it there, run Sync-PolicyTenant, and import again.")}");
        foreach (var (place, message) in _first)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{At(place)}: {message}");
        }

        if (Count > Listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n… and {Count - Listed} more.");
        }

        throw new Fault("CsvInvalid", FaultKind.InvalidArgument, At(_first[0].Place), text.ToString()).ToException();
    }

    private string At(CsvPlace place) => rows is not null && place.Line - 2 is var row && row >= 0 && row < rows.Count ? $"{path}: {rows[row]}" : string.Create(CultureInfo.InvariantCulture, $"{path}:{place.Line}:{place.Column}");
}
