using System.Globalization;
using System.IO.Compression;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Sealing;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Graph.Slices;

/// <summary>
/// What was fetched from the tenant, as sealed files: one for each source and day (UTC), or one picture for a source that has no time. A
/// file is there whole or not at all, and so is its own checkpoint. Its text is JSON, one record a line.
/// </summary>
internal sealed class TenantSlices
{
    /// <summary>How sealed files end.</summary>
    public const string FileEnd = ".sealed";

    private const string Picture = "current";
    private readonly TenantPaths _paths;
    private byte[]? _key;

    /// <summary>Those of a workspace.</summary>
    public TenantSlices(TenantPaths paths) => _paths = paths;

    /// <summary>The slices of a source, by time.</summary>
    public IReadOnlyList<TenantSlice> Of(TenantSource source)
    {
        var folder = Folder(source);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(folder, "*" + FileEnd)
            .Order(StringComparer.Ordinal)
            .Select(p => new TenantSlice(p, SealedReader.Peek(p)))
            .Where(s => string.Equals(s.Header.Source, source.ToString(), StringComparison.Ordinal))];
    }

    /// <summary>Up to when the service was asked about a source, UTC; null: never. An old day that was fetched today tells nothing of today.</summary>
    public DateTimeOffset? LastFetch(TenantSource source) =>
        Of(source).Max(static s => (DateTimeOffset?)(s.Header.Until is { } until && until < s.Header.FetchedAt ? until : s.Header.FetchedAt));

    /// <summary>The slice that begins at a moment, or null.</summary>
    public TenantSlice? Find(TenantSource source, DateTimeOffset from) =>
        PathOf(source, from) is var path && PrivateFiles.IsThere(path) ? new TenantSlice(path, SealedReader.Peek(path)) : null;

    /// <summary>The records of a slice, JSON lines.</summary>
    /// <exception cref="FaultException"><c>TenantFileDamaged</c>, <c>TenantKeyMissing</c>.</exception>
    public Stream Open(TenantSlice slice) => new UnpackedSlice(slice.Path, SealedReader.Open(slice.Path, _key ??= TenantKey.Get(_paths.Key)));

    /// <summary>Begins a slice, or a picture where <paramref name="from"/> is null.</summary>
    /// <param name="source">What it is of.</param>
    /// <param name="from">Records from here, UTC.</param>
    /// <param name="until">Records until here (half-open), UTC.</param>
    /// <param name="fetchedAt">The moment up to which the service is asked, UTC.</param>
    /// <param name="missed">Spans inside that the service has no longer; null: none.</param>
    public SliceWriter Create(TenantSource source, DateTimeOffset? from, DateTimeOffset? until, DateTimeOffset fetchedAt, IReadOnlyList<SealedSpan>? missed = null)
    {
        _key ??= TenantKey.GetOrCreate(_paths.Key, _paths.Folder);
        PrivateFiles.EnsureFolder(_paths.Folder);
        PrivateFiles.EnsureFolder(Folder(source));
        return new SliceWriter(new SealedWriter(PathOf(source, from), new SealedHeader(source.ToString(), from, until, fetchedAt) { Missed = missed ?? [] }, _key));
    }

    /// <summary>Removes slices that end before a moment.</summary>
    /// <param name="source">Of which source.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="isHeld">Asked of each whether a legal hold keeps it; null: none does.</param>
    /// <returns>How many.</returns>
    public int RemoveBefore(TenantSource source, DateTimeOffset moment, Predicate<TenantSlice>? isHeld = null)
    {
        var old = Of(source).Where(s => s.Header.Until <= moment && isHeld?.Invoke(s) is not true).ToList();
        old.ForEach(static s => File.Delete(s.Path));
        return old.Count;
    }

    /// <summary>Removes what a process left that was killed while it wrote. Only while no other writes.</summary>
    public void RemoveUnfinished()
    {
        if (Directory.Exists(_paths.Folder))
        {
            foreach (var file in Directory.EnumerateFiles(_paths.Folder, "*" + SealedWriter.StagedEnd, SearchOption.AllDirectories))
            {
                File.Delete(file);
            }
        }
    }

    private string Folder(TenantSource source) => Path.Combine(_paths.Folder, source.ToString());

    private string PathOf(TenantSource source, DateTimeOffset? from) =>
        Path.Combine(Folder(source), (from?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Picture) + FileEnd);

    /// <summary>A slice's text; damage inside of the packing is the file's damage.</summary>
    private sealed class UnpackedSlice(string path, SealedReader file) : Stream
    {
        private readonly GZipStream _text = new(file, CompressionMode.Decompress);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            try
            {
                return _text.Read(buffer);
            }
            catch (InvalidDataException e)
            {
                throw TenantFaults.Damaged(path).ToException(e);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _text.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
