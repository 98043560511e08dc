using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Names as they are compared: people type other apostrophes, other dashes, and more spaces than the roster has.</summary>
internal static class PersonName
{
    private const string Apostrophes = "\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4`";
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2212";

    /// <summary>The key of a name: form C, lower case, one space, one kind of apostrophe and of dash.</summary>
    public static string KeyOf(string name)
    {
        var unified = string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Unify(source[i]);
            }
        });
        return PlainText.Clean(unified).ToLowerInvariant();
    }

    private static char Unify(char c) =>
        Apostrophes.Contains(c, StringComparison.Ordinal) ? '\'' : Dashes.Contains(c, StringComparison.Ordinal) ? '-' : c;
}
