using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Lists the log formats that are read; with a path, says which of them that log is in and how surely.</summary>
/// <example><code>Get-FirewallLogFormat</code>All formats.</example>
/// <example><code>Get-FirewallLogFormat -Path /var/log/squid/access.log</code>Which format that log is in.</example>
public sealed class GetFirewallLogFormat : PolicyRequest
{
    /// <summary>A log, plain or gzip. Default: none, all formats are listed.</summary>
    [FilePath]
    public string? Path { get; set; }
}

internal sealed class GetFirewallLogFormatHandler : CommandHandler<GetFirewallLogFormat>
{
    public override Task HandleAsync(GetFirewallLogFormat request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var (formats, _) = LogInput.Settings(context, sink);
        if (request.Path is null)
        {
            foreach (var format in formats.All)
            {
                sink.Write(new FormatInfo(format.Name, format.Description, Certainty: null, Why: null));
            }

            return Task.CompletedTask;
        }

        using var file = LogFile.Open(System.IO.Path.GetFullPath(request.Path));
        file.RequireText();
        foreach (var (format, detection) in formats.Detect(file.Head).Where(d => d.Detection.Certainty > 0))
        {
            sink.Write(new FormatInfo(format.Name, format.Description, Math.Round(detection.Certainty, 2), detection.Why));
        }

        return Task.CompletedTask;
    }
}
