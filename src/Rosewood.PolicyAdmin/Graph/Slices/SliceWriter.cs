using System.IO.Compression;
using Rosewood.PolicyAdmin.Graph.Sealing;

namespace Rosewood.PolicyAdmin.Graph.Slices;

/// <summary>Writes the records of one slice, each once: of two with the same id the first that comes counts.</summary>
internal sealed class SliceWriter : IDisposable
{
    private readonly SealedWriter _file;
    private readonly GZipStream _text;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Writes into a sealed file, which it owns.</summary>
    public SliceWriter(SealedWriter file)
    {
        _file = file;
        _text = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>How many records were taken.</summary>
    public long Count => _ids.Count;

    /// <summary>Takes a record.</summary>
    /// <param name="id">What makes it one.</param>
    /// <param name="line">Its JSON, without line ends.</param>
    /// <returns>False when one with that id was taken before.</returns>
    public bool Add(string id, ReadOnlySpan<byte> line)
    {
        if (!_ids.Add(id))
        {
            return false;
        }

        _text.Write(line);
        _text.WriteByte((byte)'\n');
        return true;
    }

    /// <summary>Ends the slice and puts it into its place.</summary>
    public void Commit()
    {
        _text.Dispose();
        _file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
    }
}
