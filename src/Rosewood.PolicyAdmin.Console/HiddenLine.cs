using System.Text;

namespace Rosewood.PolicyAdmin.Console;

/// <summary>A line that is typed without being shown. Control characters are no part of it: nobody could see that they came in.</summary>
internal sealed class HiddenLine
{
    private readonly StringBuilder _typed = new();

    /// <summary>What was typed so far.</summary>
    public string Text => _typed.ToString();

    /// <summary>Takes a key.</summary>
    /// <returns>Whether the line goes on.</returns>
    public bool Take(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Enter)
        {
            return false;
        }

        if (key.Key == ConsoleKey.Backspace)
        {
            RemoveLast();
        }
        else if (!char.IsControl(key.KeyChar))
        {
            _typed.Append(key.KeyChar);
        }

        return true;
    }

    /// <summary>A character beyond the basic plane comes as two keys and goes as one.</summary>
    private void RemoveLast()
    {
        var isPair = _typed.Length > 1 && char.IsSurrogatePair(_typed[^2], _typed[^1]);
        _typed.Length -= Math.Min(_typed.Length, isPair ? 2 : 1);
    }
}
