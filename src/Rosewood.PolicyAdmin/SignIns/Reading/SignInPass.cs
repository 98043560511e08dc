using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Goes through an open file from its beginning.</summary>
/// <param name="file">The file.</param>
/// <param name="blockSize">How many bytes are read at once.</param>
/// <param name="progress">Told how many bytes on disk were read; null: nobody asks.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class SignInPass(LogFile file, int blockSize, Action<long>? progress, CancellationToken cancellationToken)
{
    /// <summary>Gives the records, until the file ends or the taker wants no more.</summary>
    /// <exception cref="FaultException">The file is broken or cut off.</exception>
    public void Run(IRecordSource records, RecordTaker taker)
    {
        using var text = new ExportText(file);
        var window = new TextWindow(text.Stream, blockSize, progress is null ? null : () => progress(file.Position), cancellationToken);
        if (records.Read(window, taker) && !text.IsWhole)
        {
            throw LogFaults.Damaged(file.Path).ToException();
        }
    }
}
