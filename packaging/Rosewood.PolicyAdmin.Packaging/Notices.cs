using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>What the licences of others' works ask to be told with each copy.</summary>
internal static class Notices
{
    /// <summary>The file's name.</summary>
    public const string File = "THIRD-PARTY-NOTICES.txt";

    /// <summary>The text, for the packages that an archive ships.</summary>
    public static string Text(IReadOnlyList<ShippedPackage> packages)
    {
        var text = new StringBuilder("""
            This product holds the works of others that are listed here, as their makers built them. The MIT licence's text is in LICENSE, with
            its own line of copyright; that of the Apache License 2.0 is at https://www.apache.org/licenses/LICENSE-2.0.


            """.ReplaceLineEndings("\n"));
        foreach (var package in packages)
        {
            text.Append(CultureInfo.InvariantCulture, $"{package.InWords}{(package.Notice.Length == 0 ? "" : ". " + package.Notice.Trim())}\n");
        }

        foreach (var notices in packages.Select(static p => p.Notices()).Where(static n => n.Length > 0).Distinct(StringComparer.Ordinal))
        {
            text.Append("\n----\n\n").Append(notices);
        }

        return text.ToString();
    }
}
