using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.SignIns.Model;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Finds out what a file is by what is in it, never by its name.</summary>
internal static class SignInRecognition
{
    /// <summary>What a file is.</summary>
    /// <returns>Null for JSON without any record.</returns>
    /// <exception cref="FaultException"><c>SignInLogUnknown</c>, <c>SignInLogColumnsMissing</c>, or the file is broken.</exception>
    public static SignInLayout? Of(LogFile file, SignInPass pass)
    {
        var head = ExportText.HeadOf(file).TrimStart(" \t\r\n"u8);
        if (head.IsEmpty)
        {
            throw SignInFaults.Empty(file.Path).ToException();
        }

        if (head[0] is (byte)'{' or (byte)'[')
        {
            return Json(file, pass);
        }

        return ExportText.IsBinary(head) ? throw SignInFaults.Binary(file.Path).ToException() : Csv(file, head);
    }

    private static SignInLayout? Json(LogFile file, SignInPass pass)
    {
        var kind = new KindTaker();
        pass.Run(new JsonRecords(JsonShapes.Either, file.Path), kind);
        return kind.Source switch
        {
            SignInSource.Entra => new SignInLayout(SignInSource.Entra, "Entra sign-ins (JSON)", TimeZoneInfo.Utc, () => new JsonRecords(JsonShapes.Entra, file.Path)),
            SignInSource.Windows => new SignInLayout(SignInSource.Windows, "Windows logons (JSON)", Zone: null, () => new JsonRecords(JsonShapes.Windows, file.Path)),
            _ => kind.HasRecords ? throw SignInFaults.Unknown(file.Path).ToException() : null,
        };
    }

    private static SignInLayout Csv(LogFile file, ReadOnlySpan<byte> head)
    {
        var header = CsvHeader.Read(head);
        if (header.Names.Count < 2)
        {
            throw SignInFaults.Unknown(file.Path).ToException();
        }

        if (CsvColumns.Of(header.Names) is not { } columns)
        {
            throw SignInFaults.ColumnsMissing(file.Path, header.Names).ToException();
        }

        var (kind, zone) = columns.Source == SignInSource.Entra ? ("Entra sign-ins (CSV)", columns.Zone) : ("Windows logons (CSV)", null);
        return new SignInLayout(columns.Source, kind, zone, () => new CsvRecords(columns, header.Delimiter, header.Rows));
    }
}
