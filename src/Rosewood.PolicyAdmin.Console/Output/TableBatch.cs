namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>Gathers rows of one type until there are enough to know the widths of their columns, then hands them on.</summary>
/// <param name="flush">Prints rows; the flag says whether they are the first of their type.</param>
internal sealed class TableBatch(Action<OutputShape, IReadOnlyList<string>, IReadOnlyList<object>, bool> flush) : IResultWriter
{
    private const int Rows = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly List<object> _rows = [];
    private OutputShape? _shape;
    private IReadOnlyList<string> _columns = [];
    private bool _first = true;
    private long _since;

    public void Write(object value)
    {
        if (_shape?.Type != value.GetType())
        {
            Flush();
            _shape = new OutputShape(value.GetType());
            _columns = OutputViews.TableColumnsOf(_shape.Type, _shape.Names);
            _first = true;
        }

        if (_rows.Count == 0)
        {
            _since = TimeProvider.System.GetTimestamp();
        }

        _rows.Add(value);
        if (_rows.Count >= Rows || TimeProvider.System.GetElapsedTime(_since) > Patience)
        {
            Flush();
        }
    }

    public void End() => Flush();

    private void Flush()
    {
        if (_rows.Count > 0)
        {
            flush(_shape!, _columns, _rows, _first);
            _first = false;
            _rows.Clear();
        }
    }
}
