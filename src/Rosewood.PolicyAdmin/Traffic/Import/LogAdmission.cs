using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>Whether a log can be imported, from where and as what: found out before anything of it is remembered.</summary>
/// <param name="Recognition">What the store knows of it.</param>
/// <param name="Format">Its format.</param>
/// <param name="Readers">Makes readers for it.</param>
internal sealed record LogAdmission(LogRecognition Recognition, LogFormat Format, Func<LogReader> Readers)
{
    /// <summary>
    /// A format that was named has to read at least one line in so many. It is named where a log's beginning can't tell, as where a device
    /// has its say among others in one file; where it reads fewer lines, another was meant.
    /// </summary>
    private const int OneLineIn = 20;

    private const int BlockSize = 64 * 1024;

    /// <summary>Looks at a log that has text.</summary>
    /// <exception cref="FaultException">Its format is not known, not the one that was named, or not the one in which it was begun; its dates can't be told; or it was edited.</exception>
    public static LogAdmission Of(LogFile file, LogRecords logs, ImportOptions options, CancellationToken cancellationToken)
    {
        var recognition = LogRecognition.Of(file, logs, options.Format, cancellationToken);
        try
        {
            var format = FormatOf(file, recognition.Known, options);
            var readers = LogFormats.ReadersFor(file, format, options.Reader, isAsked: options.Format is not null);
            if (recognition.Known is null && options.Format is not null)
            {
                RequireFit(file, format, readers(), options.Formats, cancellationToken);
            }

            return new(recognition, format, readers);
        }
        catch
        {
            recognition.Text?.Dispose();
            throw;
        }
    }

    /// <summary>Tells what would keep a log from being imported. Of an archive that was begun before, it is told when it is read.</summary>
    /// <exception cref="FaultException">As <see cref="Of"/>.</exception>
    public static void Check(LogFile file, LogRecords logs, ImportOptions options, CancellationToken cancellationToken)
    {
        // To find the place in it, it would have to be unpacked once more.
        if (!file.IsArchive || !LogRecognition.IsBegun(file, logs))
        {
            Of(file, logs, options, cancellationToken).Recognition.Text?.Dispose();
        }
    }

    private static LogFormat FormatOf(LogFile file, LogSource? known, ImportOptions options)
    {
        if (known is null)
        {
            return options.Format ?? options.Formats.RecogniseFile(file);
        }

        var format = options.Formats.FindOrNull(known.Format) ?? throw LogFaults.FormatGone(file.Path, known).ToException();
        return options.Format is { } asked && asked != format ? throw LogFaults.FormatDiffers(file.Path, asked, known).ToException() : format;
    }

    /// <summary>Reads on from the beginning until enough lines are in the format; mostly the first block has them.</summary>
    private static void RequireFit(LogFile file, LogFormat format, LogReader reader, LogFormatSet formats, CancellationToken cancellationToken)
    {
        using var text = file.OpenText();
        var source = new LogBlockSource(text, offset: 0, BlockSize, file.IsArchive ? file.IsWhole : null) { LastHeader = format.LastHeader };
        var buffer = new byte[BlockSize + BlockScanner.LongestLine];
        long events = 0;
        long malformed = 0;
        while (source.TryFill(ref buffer, out var block, cancellationToken))
        {
            reader.Begin(block.Header);
            foreach (var line in new LineEnumerator(buffer.AsSpan(0, block.Length)))
            {
                var body = line[SyslogHeader.Length(line)..];
                var glance = default(LineGlance);
                if (line.IsEmpty)
                {
                    continue;
                }

                if (body.Length > BlockScanner.LongestLine || !reader.Glance(body, ref glance))
                {
                    malformed++;
                }
                else
                {
                    events += glance.IsNote ? 0 : 1;
                }
            }

            if (events * OneLineIn >= events + malformed)
            {
                return;
            }
        }

        if (malformed > 0)
        {
            throw LogFaults.FormatMismatch(file.Path, format, formats.Recognise(file.Head), events, events + malformed).ToException();
        }
    }
}
