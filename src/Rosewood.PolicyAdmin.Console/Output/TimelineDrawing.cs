using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>Draws days of sign-ins as a person would: a line for each device, the hours above, what is evidence set apart.</summary>
/// <param name="width">The terminal's width.</param>
/// <param name="signs">The signs.</param>
internal sealed class TimelineDrawing(int width, TimelineSigns signs)
{
    private const string Evident = "\e[1;31m";
    private const string Faint = "\e[90m";
    private const string Plain = "\e[0m";

    /// <summary>Where marks share a column, the one that says most.</summary>
    private static readonly SignInMarkKind[] Telling = [SignInMarkKind.PasswordChanged, SignInMarkKind.Refused, SignInMarkKind.Failed, SignInMarkKind.Remote, SignInMarkKind.SignedIn];

    private bool _explained;

    private bool IsColoured => signs.Evidence is null;

    /// <summary>The days below each other; before the first of all drawings what the signs mean.</summary>
    public string Draw(IReadOnlyList<SignInDay> days)
    {
        var scale = TimelineScale.For(days, width);
        var room = Math.Max(TimelineScale.LeastLabel, width - TimelineScale.Gap - scale.Columns);
        var widest = days.SelectMany(static d => d.Lanes).Select(static l => DisplayWidth.Of(Label(l))).DefaultIfEmpty(0).Max();
        var label = Math.Min(room, Math.Max(TimelineScale.LeastLabel, widest));
        var text = new StringBuilder();
        if (!_explained)
        {
            _explained = true;
            Explain(text, scale);
        }

        foreach (var day in days)
        {
            Draw(text, day, scale, label);
        }

        return text.ToString();
    }

    private void Draw(StringBuilder text, SignInDay day, TimelineScale scale, int label)
    {
        var date = Fit(day.Date.ToString(label < 16 ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture), label);
        text.Append(date).Append(' ', TimelineScale.Gap).Append(Soft(scale.Axis())).Append('\n');
        foreach (var lane in day.Lanes)
        {
            text.Append(Fit(Label(lane), label)).Append(' ', TimelineScale.Gap);
            Strip(text, lane, scale);
            text.Append('\n');
        }
    }

    private void Strip(StringBuilder text, SignInLane lane, TimelineScale scale)
    {
        var marks = lane.Marks
            .GroupBy(m => scale.ColumnOf(m.Time))
            .ToDictionary(static g => g.Key, static g => g.OrderByDescending(static m => m.IsEvidence).ThenBy(static m => Array.IndexOf(Telling, m.Kind)).First());
        for (var column = 0; column < scale.Columns; column++)
        {
            text.Append(!marks.TryGetValue(column, out var mark) ? Soft(signs.Empty.ToString())
                : mark.IsEvidence ? Evidence(signs.Evidence ?? signs.Of[mark.Kind])
                : signs.Of[mark.Kind].ToString());
        }
    }

    private void Explain(StringBuilder text, TimelineScale scale)
    {
        string[] meanings =
        [
            $"{signs.Of[SignInMarkKind.SignedIn]} signed in",
            $"{signs.Of[SignInMarkKind.Failed]} wrong password",
            $"{signs.Of[SignInMarkKind.Refused]} second factor refused",
            $"{signs.Of[SignInMarkKind.Remote]} remote desktop",
            $"{signs.Of[SignInMarkKind.PasswordChanged]} password changed",
            (signs.Evidence is { } sign ? sign.ToString() : "red") + " evidence",
            string.Create(CultureInfo.InvariantCulture, $"a column is {scale.Minutes} min"),
        ];
        foreach (var line in WrappedText.Lines(string.Join("; ", meanings).Replace(' ', '\u00A0').Replace(";\u00A0", "; ", StringComparison.Ordinal), width))
        {
            text.Append(Soft(line.Replace('\u00A0', ' '))).Append('\n');
        }
    }

    private static string Label(SignInLane lane) => VisibleText.Of($"{lane.Device}, {lane.Place}");

    /// <summary>The text to a width exactly: cut or filled.</summary>
    private string Fit(string text, int columns)
    {
        if (DisplayWidth.Of(text) <= columns)
        {
            return DisplayWidth.Pad(text, columns, left: false);
        }

        var cut = new StringBuilder();
        var used = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            used += DisplayWidth.Of(element);
            if (used >= columns)
            {
                break;
            }

            cut.Append(element);
        }

        return DisplayWidth.Pad(cut.Append(signs.Cut).ToString(), columns, left: false);
    }

    private string Soft(string text) => IsColoured ? Faint + text + Plain : text;

    private string Evidence(char sign) => IsColoured ? Evident + sign + Plain : sign.ToString();
}
