using System.Text;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>
/// Splits the text of a list parameter at its commas. A comma inside double quotes stays, and so does one with white space behind it:
/// only a shell's quotes can have kept such a word in one piece, as in <c>-User "Puty, Dee"</c>, and PowerShell takes that as one value.
/// </summary>
internal static class ListText
{
    public static IReadOnlyList<string> Split(string text)
    {
        if (!text.Contains(',', StringComparison.Ordinal) && !text.StartsWith('"'))
        {
            return [text];
        }

        var items = new List<string>();
        var item = new StringBuilder();
        var quoted = false;
        var wasQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    item.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    item.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && item.Length == 0 && !wasQuoted && text.IndexOf('"', i + 1) > 0)
            {
                quoted = wasQuoted = true;
            }
            else if (c == ',' && !(i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])))
            {
                Add();
            }
            else
            {
                item.Append(c);
            }
        }

        Add();
        return items;

        void Add()
        {
            items.Add(item.ToString());
            item.Clear();
            wasQuoted = false;
        }
    }
}
