using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>Where an export's text comes from: a file, or a stream that somebody decrypted.</summary>
internal abstract class ExportSource
{
    /// <summary>What it is called in messages.</summary>
    public abstract string Name { get; }

    /// <summary>Whether nothing is in it.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>How many bytes of it were read, before it was unpacked.</summary>
    public abstract long Position { get; }

    /// <summary>A file.</summary>
    public static ExportSource Of(LogFile file) => new FileSource(file);

    /// <summary>A stream that can go back; it stays open.</summary>
    public static ExportSource Of(Stream stream, string name) =>
        stream.CanSeek ? new StreamSource(stream, name) : throw new ArgumentException("The stream has to be one that can go back to its beginning.", nameof(stream));

    /// <summary>The text from its beginning.</summary>
    public abstract ExportText Open();

    /// <summary>The text's beginning, up to 64 KiB.</summary>
    public abstract byte[] ReadHead();

    private sealed class FileSource(LogFile file) : ExportSource
    {
        public override string Name => file.Path;

        public override bool IsEmpty => file.Length == 0;

        public override long Position => file.Position;

        public override ExportText Open() => new(file);

        public override byte[] ReadHead() => ExportText.HeadOf(file).ToArray();
    }

    private sealed class StreamSource(Stream stream, string name) : ExportSource
    {
        private const int HeadSize = 64 * 1024;

        public override string Name => name;

        public override bool IsEmpty => stream.Length == 0;

        public override long Position => stream.Position;

        public override ExportText Open() => ExportText.Of(stream);

        public override byte[] ReadHead()
        {
            using var text = Open();
            var head = new byte[HeadSize];
            return head[..text.Stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
    }
}
