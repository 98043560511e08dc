using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Running;

/// <summary>A progress bar in the last line of a terminal; nothing anywhere else.</summary>
/// <param name="streams">The surroundings.</param>
internal sealed class ProgressLine(ConsoleStreams streams)
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _shown;
    private bool _visible;

    public void Show(CommandProgress progress)
    {
        if (!streams.ErrorIsTerminal || (_shown != 0 && !progress.Completed && TimeProvider.System.GetElapsedTime(_shown) < Pause))
        {
            return;
        }

        if (progress.Completed)
        {
            Clear();
            return;
        }

        _shown = TimeProvider.System.GetTimestamp();
        _visible = true;
        var room = Math.Clamp(streams.Width, 20, 200) - 1;
        var text = Text(progress);
        streams.Error.Write("\r\e[K" + (text.Length > room ? text[..room] : text));
        streams.Error.Flush();
    }

    public void Clear()
    {
        if (_visible)
        {
            _visible = false;
            streams.Error.Write("\r\e[K");
            streams.Error.Flush();
        }
    }

    /// <summary>The line: activity, bar and percentage where the total is known, status.</summary>
    internal static string Text(CommandProgress progress)
    {
        var activity = VisibleText.Of(progress.Activity);
        var status = VisibleText.Of(progress.Status);
        if (progress.Total <= 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{activity}  {progress.Done:N0}  {status}");
        }

        var share = Math.Clamp((double)progress.Done / progress.Total, 0, 1);
        var full = (int)(share * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"{activity}  {new string('━', full)}{new string('─', BarWidth - full)} {share * 100,3:0}%  {status}");
    }
}
