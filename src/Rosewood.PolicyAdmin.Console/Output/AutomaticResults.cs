namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>A table where the type of the objects has a view or few properties, else a list.</summary>
internal sealed class AutomaticResults(Func<IResultWriter> table, Func<IResultWriter> list) : IResultWriter
{
    private IResultWriter? _writer;
    private Type? _type;

    public void Write(object value)
    {
        if (_type != value.GetType())
        {
            _writer?.End();
            _type = value.GetType();
            var shape = new OutputShape(_type);
            _writer = OutputViews.ColumnsOf(_type, shape.Names) is null ? list() : table();
        }

        _writer!.Write(value);
    }

    public void End() => _writer?.End();
}
