using System.Text;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>A place in a file as editors count it: lines and columns from 1, a column for each UTF-16 unit.</summary>
internal readonly record struct ConfigPlace(int Line, int Column)
{
    public static ConfigPlace Of(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..Math.Clamp(offset, 0, utf8.Length)];
        var line = before.Count((byte)'\n') + 1;
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new ConfigPlace(line, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    public string In(string file) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}");
}
