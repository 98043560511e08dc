using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Shows each line of a log in one common form. Needs no workspace and keeps nothing. Times that a log has without zone are the school's
/// where there is a workspace, else UTC.
/// </summary>
/// <example><code>ConvertFrom-FirewallLog -Path access.log</code>Every event.</example>
/// <example><code>ConvertFrom-FirewallLog access.log.1.gz -As Csv</code>A rotated log as a table for a spreadsheet.</example>
public sealed class ConvertFromFirewallLog : PolicyRequest
{
    /// <summary>The log, plain or gzip.</summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <summary>The format's name, see <c>Get-FirewallLogFormat</c>. Default: <c>Auto</c>, recognised from the first lines.</summary>
    public string? Format { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            throw new Fault("LogPathMissing", FaultKind.InvalidArgument, "Path", "Name the log to read with -Path, such as access.log.").ToException();
        }
    }
}

internal sealed class ConvertFromFirewallLogHandler : CommandHandler<ConvertFromFirewallLog>
{
    private const int BlockSize = 256 * 1024;

    public override Task HandleAsync(ConvertFromFirewallLog request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var (formats, options) = LogInput.Settings(context, sink);
        Convert(request, formats, options, sink, cancellationToken);
        return Task.CompletedTask;
    }

    private static void Convert(ConvertFromFirewallLog request, LogFormatSet formats, LogReaderOptions options, ICommandSink sink, CancellationToken cancellationToken)
    {
        using var file = LogFile.Open(System.IO.Path.GetFullPath(request.Path));
        file.RequireText();
        var asked = LogInput.FormatOf(request.Format, formats);
        var format = asked ?? formats.RecogniseFile(file);
        using var text = file.OpenText();
        var source = new LogBlockSource(text, offset: 0, BlockSize, file.IsWhole) { LastHeader = format.LastHeader };
        var reader = LogFormats.ReadersFor(file, format, options, isAsked: asked is not null)();
        var malformed = Write(source, reader, sink, cancellationToken);
        if (malformed is { Count: > 0, First: { } first })
        {
            sink.Warn($"{malformed.Count} {(malformed.Count == 1 ? "line" : "lines")} could not be read as {format.Name}, the first of them line {first.Line}: {first.Text}");
        }

        if (source.Damage is not null || !file.IsWhole(source.TextLength))
        {
            throw LogFaults.Damaged(file.Path).ToException(source.Damage);
        }
    }

    private static (long Count, MalformedLine? First) Write(LogBlockSource source, LogReader reader, ICommandSink sink, CancellationToken cancellationToken)
    {
        var buffer = new byte[BlockSize + BlockScanner.LongestLine];
        long number = 0;
        long malformed = 0;
        MalformedLine? first = null;
        while (source.TryFill(ref buffer, out var block, cancellationToken))
        {
            reader.Begin(block.Header);
            foreach (var line in new LineEnumerator(buffer.AsSpan(0, block.Length)))
            {
                number++;
                if (line.IsEmpty)
                {
                    continue;
                }

                var body = line[SyslogHeader.Length(line)..];
                if (body.Length <= BlockScanner.LongestLine && reader.TryParse(body, number, out var parsed))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (parsed is not null)
                    {
                        sink.Write(parsed);
                    }
                }
                else
                {
                    malformed++;
                    first ??= new MalformedLine(number, LogText.Sample(line));
                }
            }
        }

        return (malformed, first);
    }
}
