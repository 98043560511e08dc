namespace Rosewood.PolicyAdmin.Exports;

/// <summary>Cuts a table into records, one for each row; the header and what programs write before it are passed over.</summary>
/// <param name="delimiter">What separates fields.</param>
/// <param name="headerRows">How many rows come before the first record.</param>
internal abstract class CsvCutter(byte delimiter, int headerRows)
{
    private readonly MultilineCsvRow _row = new(delimiter);
    private int _passed;

    /// <summary>Gives all rows, until the text ends or no more is wanted.</summary>
    /// <returns>Whether the text was read to its end.</returns>
    protected bool Cut(TextWindow window)
    {
        while (!window.Text.IsEmpty || window.TryFill())
        {
            var wasAtEnd = window.AtEnd;
            var end = _row.Split(window.Text, wasAtEnd);
            if (end == MultilineCsvRow.End.Open && (window.TryFill() || window.AtEnd != wasAtEnd))
            {
                continue;
            }

            if (end != MultilineCsvRow.End.Whole)
            {
                if (!Refuse(window.Line, "its quotes do not fit together, or it is longer than 1 MB."))
                {
                    return false;
                }

                // Going on behind the line rather than behind the row: an open quote must not take what follows with it.
                PassLine(window);
                continue;
            }

            if (!TakeRow(window))
            {
                return false;
            }

            window.Consume(_row.Length);
        }

        return true;
    }

    /// <summary>Takes a row.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="row">The places of its fields in the text.</param>
    /// <param name="line">Its line, from 1.</param>
    /// <returns>False when no more is wanted.</returns>
    protected abstract bool Take(ReadOnlySpan<byte> text, MultilineCsvRow row, long line);

    /// <summary>Takes note of something that is no row.</summary>
    /// <returns>False when no more is wanted.</returns>
    protected abstract bool Refuse(long line, string reason);

    private static void PassLine(TextWindow window)
    {
        int end;
        while ((end = window.Text.IndexOf((byte)'\n')) < 0)
        {
            window.Consume(window.Text.Length);
            if (!window.TryFill())
            {
                return;
            }
        }

        window.Consume(end + 1);
    }

    private bool TakeRow(TextWindow window)
    {
        if (_row.IsEmpty)
        {
            return true;
        }

        if (_passed < headerRows)
        {
            _passed++;
            return true;
        }

        return Take(window.Text, _row, window.Line);
    }
}
