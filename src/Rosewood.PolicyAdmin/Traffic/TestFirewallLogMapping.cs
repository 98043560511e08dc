using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Shows what a log's first lines become in a format, each with what stands in the way: for trying a mapping in policy.json (csvFormats,
/// squidFormats) before an import. Keeps nothing.
/// </summary>
/// <example><code>Test-FirewallLogMapping -Path export.csv -Format filter</code>The first lines of an export, read by the mapping named filter.</example>
/// <example><code>Test-FirewallLogMapping -Path access.log -Format ours -As List</code>Every field of each line.</example>
public sealed class TestFirewallLogMapping : PolicyRequest
{
    /// <summary>A log, plain or gzip.</summary>
    [FilePath]
    public string Path { get; set; } = "";

    /// <summary>The format's name, as policy.json has it; also a built-in one.</summary>
    public string Format { get; set; } = "";

    /// <inheritdoc/>
    public override void Validate()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            throw new Fault("LogPathMissing", FaultKind.InvalidArgument, "Path", "Name the log to try with -Path, such as export.csv.").ToException();
        }

        if (string.IsNullOrWhiteSpace(Format))
        {
            throw new Fault("LogFormatMissing", FaultKind.InvalidArgument, "Format", "Name the format with -Format, as it stands in policy.json under logs.csvFormats or logs.squidFormats.").ToException();
        }
    }
}

internal sealed class TestFirewallLogMappingHandler : CommandHandler<TestFirewallLogMapping>
{
    private const int MostLines = 20;

    public override Task HandleAsync(TestFirewallLogMapping request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var (formats, options) = LogInput.Settings(context, sink);
        var format = formats.Find(request.Format);
        using var file = LogFile.Open(System.IO.Path.GetFullPath(request.Path));
        file.RequireText();
        var reader = LogFormats.ReadersFor(file, format, options, isAsked: true)();
        var header = format.LastHeader(file.Head.Span, isStart: true);
        reader.Begin(header);
        var whole = file.Head.Span.Contains((byte)'\n') ? file.Head.Span : [.. file.Head.Span, (byte)'\n'];
        var number = 0;
        var unread = 0;
        foreach (var line in new LineEnumerator(whole))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var body = line[SyslogHeader.Length(line)..];
            if (++number > MostLines || body.IsEmpty)
            {
                continue;
            }

            var isRead = reader.TryParse(body, number, out var parsed);
            if (isRead && parsed is null)
            {
                sink.Write(new MappedLine { Line = number, Text = LogText.Sample(body), Problem = "A header or comment: no event." });
                continue;
            }

            unread += isRead ? 0 : 1;
            sink.Write(MappedLine.Of(number, LogText.Sample(body), format is GenericCsvFormat csv ? CsvDiagnosis.Of(csv, body, header, parsed) : isRead ? null : $"The line is not as {format.Name} says.", parsed));
        }

        if (unread > 0)
        {
            sink.Warn($"{unread} of the first {Math.Min(number, MostLines)} lines could not be read; each says why.");
        }

        return Task.CompletedTask;
    }
}
