using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>The signs of a drawn timeline, for what the terminal can show.</summary>
/// <param name="Of">A mark's sign, by what happened.</param>
/// <param name="Evidence">What stands for evidence in place of the mark's own sign; null where colour tells it.</param>
/// <param name="Empty">A time without a mark.</param>
/// <param name="Cut">What ends a text that was cut.</param>
internal sealed record TimelineSigns(IReadOnlyDictionary<SignInMarkKind, char> Of, char? Evidence, char Empty, char Cut)
{
    private static readonly Dictionary<SignInMarkKind, char> Drawn = new()
    {
        [SignInMarkKind.SignedIn] = '●',
        [SignInMarkKind.Failed] = '×',
        [SignInMarkKind.Refused] = '!',
        [SignInMarkKind.Remote] = 'r',
        [SignInMarkKind.PasswordChanged] = '*',
    };

    private static readonly Dictionary<SignInMarkKind, char> Typed = new(Drawn)
    {
        [SignInMarkKind.SignedIn] = 'o',
        [SignInMarkKind.Failed] = 'x',
    };

    /// <summary>Evidence by its colour.</summary>
    /// <param name="unicode">Whether the terminal shows more than ASCII.</param>
    public static TimelineSigns Coloured(bool unicode) => Plain(unicode) with { Evidence = null };

    /// <summary>Evidence by a sign of its own.</summary>
    /// <param name="unicode">Whether the terminal shows more than ASCII.</param>
    public static TimelineSigns Plain(bool unicode) => unicode ? new(Drawn, '◆', '·', '…') : new(Typed, '#', '.', '~');
}
