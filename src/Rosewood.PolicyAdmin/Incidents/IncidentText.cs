using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>What a person writes about an incident: one line that can be seen, without mail addresses, and where it is withheld without any address.</summary>
internal static partial class IncidentText
{
    private const string Withheld = "(address withheld)";

    /// <summary>The text cleaned; null when there is none.</summary>
    /// <param name="parameter">Where it was typed.</param>
    /// <param name="typed">What.</param>
    /// <param name="withheld">Whether no address at all may stand in it.</param>
    /// <exception cref="FaultException"><c>RegisterTextInvalid</c>, <c>IncidentTextHasAddress</c>.</exception>
    public static string? Read(string parameter, string? typed, bool withheld)
    {
        var text = RegisterText.Read(parameter, typed);
        return text is not null && (FindAddress(text) is not null || (withheld && Web().IsMatch(text)))
            ? throw IncidentFaults.TextHasAddress(parameter, withheld).ToException()
            : text;
    }

    /// <summary>The first mail or web address in a text, or null.</summary>
    public static string? FindAddress(string text) => Mail().Match(text) is { Success: true } mail ? mail.Value : Link().Match(text) is { Success: true } link ? link.Value : null;

    /// <summary>A text that was written before its incident proved to be of material that nobody opens, without the addresses in it.</summary>
    public static string Mask(string text) => Web().Replace(Link().Replace(text, Withheld), Withheld);

    [GeneratedRegex(@"[^\s@<>]+@[^\s@<>]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.\-]*://\S+|\bwww\.\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    /// <summary>A host, a link or an IP address in any dress, such as <c>bad.example</c>, <c>bad[.]example</c> and <c>192.0.2.1</c>.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}_\-]{1,63}(\.|\[\.\]|\(\.\)|\s+dot\s+|\s?[\(\[]dot[\)\]]\s?)\p{L}[\p{L}\p{N}]+|\b\d{1,3}(\.\d{1,3}){3}\b|[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{0,4}){3,}|hxxp", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Web();
}
