using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// Reads a file of sign-ins: Entra's, as JSON or CSV, or Windows Security events, as JSON or CSV; plain or gzip. It is known by what is in
/// it. Only a window of it is ever in memory.
/// </summary>
internal static class SignInLog
{
    /// <summary>How much is read at once to find out what a file is, which its first record mostly tells.</summary>
    private const int ShortBlock = 32 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What files leave open.</param>
    /// <param name="receive">Takes each sign-in. What it took is void when this ends with a fault.</param>
    /// <param name="progress">Told how many bytes on disk were read so far; null: nobody asks.</param>
    /// <param name="cancellationToken">Ends it between blocks.</param>
    /// <returns>What the file is and holds.</returns>
    /// <exception cref="FaultException">It can't be opened, is nothing known, broken or cut off, or the order of its dates is open.</exception>
    public static SignInFile Read(string path, SignInReadOptions options, SignInReceiver receive, Action<long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var file = LogFile.Open(path);
            if (file.Head.IsEmpty)
            {
                throw (file.Length == 0 ? SignInFaults.Empty(path) : LogFaults.Damaged(path)).ToException();
            }

            return Read(file, options, receive, progress, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw LogFaults.Damaged(path).ToException(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CsvFaults.Unreadable(path, e).ToException(e);
        }
    }

    /// <summary>Reads sign-ins of Entra that are JSON and come from no file of their own, such as a sealed slice.</summary>
    /// <param name="name">What they are called, for faults.</param>
    /// <param name="text">The JSON, read to its end.</param>
    /// <param name="options">What the text leaves open.</param>
    /// <param name="receive">Takes each sign-in.</param>
    /// <param name="cancellationToken">Ends it between blocks.</param>
    public static SignInFile ReadEntra(string name, Stream text, SignInReadOptions options, SignInReceiver receive, CancellationToken cancellationToken)
    {
        var layout = new SignInLayout(SignInSource.Entra, "Entra sign-ins (tenant)", TimeZoneInfo.Utc, () => new JsonRecords(JsonShapes.Entra, name));
        var records = layout.Records();
        var tally = new SignInTally(new EntraMeaning(new RecordTime(TimeZoneInfo.Utc, options.DayFirst), isInteractive: null), records.Unit, receive);
        records.Read(new TextWindow(text, options.BlockSize, onRead: null, cancellationToken), tally);
        return tally.File(name, layout);
    }

    private static SignInFile Read(LogFile file, SignInReadOptions options, SignInReceiver receive, Action<long>? progress, CancellationToken cancellationToken)
    {
        var silent = new SignInPass(file, Math.Min(options.BlockSize, ShortBlock), progress: null, cancellationToken);
        if (SignInRecognition.Of(file, silent) is not { } layout)
        {
            return new SignInFile(file.Path, Source: null, "JSON without records", 0, 0, 0, null, null, HasBackground: false, HasDeviceIds: false, HasAuthenticators: false);
        }

        var time = new RecordTime(layout.Zone ?? options.Zone, options.DayFirst ?? DayFirst(file, layout, silent));
        RecordMeaning meaning = layout.Source == SignInSource.Entra ? new EntraMeaning(time, IsInteractive(file.Path)) : new WindowsMeaning(time);
        var records = layout.Records();
        var tally = new SignInTally(meaning, records.Unit, receive);
        new SignInPass(file, options.BlockSize, progress, cancellationToken).Run(records, tally);
        return tally.File(file.Path, layout);
    }

    private static bool? DayFirst(LogFile file, SignInLayout layout, SignInPass pass)
    {
        var order = new DateOrderTaker();
        pass.Run(layout.Records(), order);
        return order.IsOpen ? throw LogFaults.DateOrderUnknown(file.Path).ToException() : order.DayFirst;
    }

    /// <summary>
    /// Whether a person was there, where records do not say: the admin center's CSV files of interactive and of other sign-ins have the same
    /// columns, and only the names that it gives them tell one from the other.
    /// </summary>
    private static bool? IsInteractive(string path)
    {
        var name = Path.GetFileName(path);
        return name.Contains("NonInteractiveSignIns", StringComparison.OrdinalIgnoreCase) ? false
            : name.Contains("InteractiveSignIns", StringComparison.OrdinalIgnoreCase) ? true
            : null;
    }
}
