using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>The formats among which a log's is found.</summary>
/// <param name="all">In the order in which equal certainties are resolved.</param>
internal sealed class LogFormatSet(IReadOnlyList<LogFormat> all)
{
    /// <summary>All of them, in the order in which equal certainties are resolved.</summary>
    public IReadOnlyList<LogFormat> All => all;

    /// <summary>Their names, for people.</summary>
    public string Names => string.Join(", ", all.Select(static f => f.Name));

    /// <summary>A format by the name that a person typed.</summary>
    /// <exception cref="FaultException"><c>LogFormatUnknown</c>.</exception>
    public LogFormat Find(string name) =>
        FindOrNull(name)
        ?? throw new Fault(
            "LogFormatUnknown",
            FaultKind.InvalidArgument,
            name,
            $"There is no log format '{name}'. Known are: {Names}. Leave -Format out to have it recognised.").ToException();

    /// <summary>A format by its name; null when there is none.</summary>
    public LogFormat? FindOrNull(string name) => all.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Each format with how surely the sample is in it, best first.</summary>
    /// <param name="sample">The beginning of a file: whole lines.</param>
    public IReadOnlyList<(LogFormat Format, LogDetection Detection)> Detect(ReadOnlyMemory<byte> sample)
    {
        var lines = SampleLines(sample);
        return [.. all.Select(f => (Format: f, Detection: f.Detect(lines))).OrderByDescending(static d => d.Detection.Certainty)];
    }

    /// <summary>
    /// The format of a sample, or null when it is in none: the first that <see cref="Detect"/> gives. A format that is certain ends the search,
    /// for to ask each of the others is to have its reader compiled.
    /// </summary>
    public LogFormat? Recognise(ReadOnlyMemory<byte> sample)
    {
        var lines = SampleLines(sample);
        LogFormat? best = null;
        double certainty = 0;
        foreach (var format in all)
        {
            var found = format.Detect(lines).Certainty;
            if (found > certainty)
            {
                (best, certainty) = (format, found);
            }

            if (certainty >= 1)
            {
                break;
            }
        }

        return certainty >= LogFormats.LeastCertainty ? best : null;
    }

    /// <summary>The format of a file.</summary>
    /// <exception cref="FaultException"><c>LogFormatUnrecognised</c>.</exception>
    public LogFormat RecogniseFile(LogFile file) => Recognise(file.Head) ?? throw LogFaults.Unrecognised(file.Path, file.Head.Span).ToException();

    private static List<ReadOnlyMemory<byte>> SampleLines(ReadOnlyMemory<byte> sample)
    {
        const int MostLines = 100;
        var lines = new List<ReadOnlyMemory<byte>>();
        var whole = sample.Span.Contains((byte)'\n') ? sample.Span : [.. sample.Span, (byte)'\n'];
        foreach (var line in new LineEnumerator(whole))
        {
            var body = line[SyslogHeader.Length(line)..];
            if (lines.Count < MostLines && !body.IsEmpty)
            {
                lines.Add(body.ToArray());
            }
        }

        return lines;
    }
}
