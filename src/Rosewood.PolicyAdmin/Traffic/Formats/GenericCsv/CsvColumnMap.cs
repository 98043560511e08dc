using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Traffic.Text;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;

/// <summary>What a column holds.</summary>
internal enum CsvColumn
{
    Time,
    User,
    SourceAddress,
    DestinationAddress,
    Host,
    Url,
    Action,
    Bytes,
    Application,
    Category,
    Device,
}

/// <summary>Where columns are: by number, or by name in a header.</summary>
internal sealed class CsvColumnMap
{
    /// <summary>How many kinds of columns there are.</summary>
    public const int Count = (int)CsvColumn.Device + 1;

    private readonly byte[]?[] _names = new byte[]?[Count];
    private readonly int[] _numbers = new int[Count];

    /// <param name="columns">The configuration's.</param>
    public CsvColumnMap(CsvColumnsConfig columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        string?[] all = [columns.Time, columns.User, columns.SourceAddress, columns.DestinationAddress, columns.Host, columns.Url, columns.Action, columns.Bytes, columns.Application, columns.Category, columns.Device];
        for (var i = 0; i < Count; i++)
        {
            _numbers[i] = NumberOf(all[i]) is { } number ? number - 1 : -1;
            HasNumberZero |= NumberOf(all[i]) is 0;
            _names[i] = all[i] is { } name && NumberOf(name) is null ? Encoding.UTF8.GetBytes(name) : null;
        }
    }

    /// <summary>Whether a column is found by its name.</summary>
    public bool HasNames => Array.Exists(_names, static n => n is not null);

    /// <summary>Whether a column is #0, which there is none.</summary>
    public bool HasNumberZero { get; }

    /// <summary>The number in <c>#3</c>; null: the text is a name.</summary>
    public static int? NumberOf(string? text) =>
        text is ['#', ..] && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the file has such a column.</summary>
    public bool Has(CsvColumn column) => _numbers[(int)column] >= 0 || _names[(int)column] is not null;

    /// <summary>The columns with numbers.</summary>
    public void Place(Span<int> places) => _numbers.CopyTo(places);

    /// <summary>Finds every named column in a header.</summary>
    /// <param name="line">The row that was split.</param>
    /// <param name="row">Its fields.</param>
    /// <param name="scratch">Takes texts with doubled quotes.</param>
    /// <param name="places">From 0, by <see cref="CsvColumn"/>; -1 for none.</param>
    /// <returns>False when one is missing: the row is no header.</returns>
    public bool TryPlace(ReadOnlySpan<byte> line, CsvRow row, Scratch scratch, Span<int> places)
    {
        Place(places);
        for (var i = 0; i < Count; i++)
        {
            if (_names[i] is { } name && (places[i] = Find(line, row, scratch, name)) < 0)
            {
                return false;
            }
        }

        return HasNames;
    }

    private static int Find(ReadOnlySpan<byte> line, CsvRow row, Scratch scratch, byte[] name)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (IsSame(row.Field(line, i, scratch).Trim((byte)' '), name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Compares without case, letters beyond ASCII too.</summary>
    public static bool IsSame(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word)
    {
        const int Longest = 512;
        if (value.SequenceEqual(word) || Ascii.EqualsIgnoreCase(value, word))
        {
            return true;
        }

        if (value.Length > Longest || word.Length > Longest || Ascii.IsValid(word))
        {
            return false;
        }

        Span<char> one = stackalloc char[Longest];
        Span<char> other = stackalloc char[Longest];
        return ((ReadOnlySpan<char>)one[..Encoding.UTF8.GetChars(value, one)]).Equals(other[..Encoding.UTF8.GetChars(word, other)], StringComparison.OrdinalIgnoreCase);
    }
}
