using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats;

/// <summary>Names as Squid writes them.</summary>
internal static class SquidNames
{
    /// <summary>As <c>%[un</c>: blanks stay, what is beyond ASCII, percent signs, brackets and backslashes are percent-encoded.</summary>
    public static string MimeBlob(string name) => Encode(name, static b => b is < 0x20 or >= 0x7F or (byte)'%' or (byte)'[' or (byte)']' or (byte)'\\');

    /// <summary>As <c>%#un</c>.</summary>
    public static string Url(string name) => Encode(name, static b => b is <= 0x20 or >= 0x7F || "<>\"#%{}|\\^~[]`'".Contains((char)b, StringComparison.Ordinal));

    /// <summary>As <c>%"un</c>.</summary>
    public static string Quoted(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string Encode(string name, Func<byte, bool> isEncoded)
    {
        var result = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            result.Append(isEncoded(b) ? string.Create(CultureInfo.InvariantCulture, $"%{b:X2}") : ((char)b).ToString());
        }

        return result.ToString();
    }
}
