using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>One JSON array, an object on each line, written as they come.</summary>
internal sealed class JsonResults(Stream output) : IResultWriter
{
    private bool _any;

    public void Write(object value)
    {
        output.Write(_any ? ",\n"u8 : "[\n"u8);
        output.Write(PolicyJson.Serialise(value));
        _any = true;
    }

    public void End() => output.Write(_any ? "\n]\n"u8 : "[]\n"u8);
}
