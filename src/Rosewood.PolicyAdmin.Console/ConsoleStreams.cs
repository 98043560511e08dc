using Microsoft.Win32.SafeHandles;
using Terminal = System.Console;

namespace Rosewood.PolicyAdmin.Console;

/// <summary>The program's surroundings: where results and messages go, and what of it is a terminal.</summary>
internal sealed class ConsoleStreams
{
    /// <summary>Where results go.</summary>
    public required Stream Out { get; init; }

    /// <summary>Where all else goes.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input as bytes.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>Reads a person's answer; null at the end of input.</summary>
    public required Func<string?> ReadAnswer { get; init; }

    /// <summary>Reads a person's answer without showing it; null where it can't.</summary>
    public Func<string?> ReadSecret { get; init; } = static () => null;

    /// <summary>Whether results go to a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether messages go to a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether a person can answer.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>Whether colours are welcome (https://no-color.org).</summary>
    public bool Colour { get; init; }

    /// <summary>Whether the terminal shows more than ASCII.</summary>
    public bool Unicode { get; init; } = true;

    /// <summary>The terminal's width in columns.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Those of this process.</summary>
    public static ConsoleStreams ForProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Terminal.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        var outIsTerminal = !Terminal.IsOutputRedirected;
        return new ConsoleStreams
        {
            Out = StandardOutput(),
            Error = Terminal.Error,
            In = Terminal.OpenStandardInput,
            ReadAnswer = static () => Terminal.In.ReadLine(),
            ReadSecret = ReadHidden,
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = !Terminal.IsErrorRedirected,
            InIsTerminal = !Terminal.IsInputRedirected,
            Colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") is not "dumb",
            Unicode = ShowsUnicode(),
            Width = outIsTerminal ? TerminalWidth() : int.MaxValue,
        };
    }

    /// <summary>
    /// The runtime's own console stream swallows the error of a closed pipe, and then a long command runs on for nobody; a file stream
    /// reports it. Files keep the console stream, because a file stream would not move the position that programs share.
    /// </summary>
    private static Stream StandardOutput()
    {
        if (OperatingSystem.IsWindows() || !Terminal.IsOutputRedirected)
        {
            return Terminal.OpenStandardOutput();
        }

        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? Terminal.OpenStandardOutput() : stream;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Terminal.OpenStandardOutput();
        }
    }

    private static string? ReadHidden()
    {
        var line = new HiddenLine();
        bool goesOn;
        do
        {
            goesOn = line.Take(Terminal.ReadKey(intercept: true));
        }
        while (goesOn);

        Terminal.Error.WriteLine();
        return line.Text;
    }

    /// <summary>Where the locale says nothing, terminals of today show UTF-8.</summary>
    private static bool ShowsUnicode()
    {
        string[] names = ["LC_ALL", "LC_CTYPE", "LANG"];
        var locale = names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(static v => !string.IsNullOrEmpty(v));
        return Terminal.OutputEncoding.CodePage is 65001 or 1200 && locale is not ("C" or "POSIX");
    }

    private static int TerminalWidth()
    {
        try
        {
            // Some terminals do not know theirs and say 0.
            return Terminal.WindowWidth is var width and > 0 ? Math.Max(40, width) : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
