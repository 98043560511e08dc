using Rosewood.PolicyAdmin.Exports;
using static Rosewood.PolicyAdmin.SignIns.Reading.SignInField;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// Reads the words of a Windows event, in English: headings that stand alone (<c>New Logon:</c>), below them indented names and values,
/// tabs between.
/// </summary>
internal static class WindowsWords
{
    /// <summary>Gives the fields that the record does not have what the words say.</summary>
    public static void Fill(scoped SignInRecord record, WindowsEvent kind)
    {
        var heading = "";
        foreach (var line in new LineList(record[Message]))
        {
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                continue;
            }

            var name = line[..colon].Trim("\t "u8);
            var value = line[(colon + 1)..].Trim("\t "u8);
            if (value.IsEmpty && line[0] is not ((byte)'\t' or (byte)' '))
            {
                heading = ExportText.Decode(name[..Math.Min(name.Length, 64)]);
            }
            else if (FieldOf(name, heading, kind) is { } field && !record.Has(field))
            {
                record.Fields.SetOwn(RecordFields.Slot(field), value);
            }
        }
    }

    private static SignInField? FieldOf(ReadOnlySpan<byte> name, string heading, WindowsEvent kind)
    {
        if (name.StartsWith("Account "u8) || name.SequenceEqual("Security ID"u8))
        {
            return !string.Equals(heading, kind.Section, StringComparison.Ordinal) ? null
                : name.SequenceEqual("Account Name"u8) ? Account
                : name.SequenceEqual("Account Domain"u8) ? Domain
                : name.SequenceEqual("Security ID"u8) ? Sid
                : null;
        }

        return name.SequenceEqual("Logon Type"u8) ? LogonType
            : name.SequenceEqual("Source Network Address"u8) || name.SequenceEqual("Client Address"u8) ? Address
            : name.SequenceEqual("Workstation Name"u8) ? Workstation
            : name.SequenceEqual("Client Name"u8) ? ClientName
            : name.SequenceEqual("Status"u8) ? Status
            : name.SequenceEqual("Sub Status"u8) ? SubStatus
            : null;
    }

    /// <summary>The lines of a text, without what ends them.</summary>
    private ref struct LineList(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        /// <summary>The line.</summary>
        public ReadOnlySpan<byte> Current { get; private set; }

        /// <summary>Itself.</summary>
        public readonly LineList GetEnumerator() => this;

        /// <summary>Goes on to the next line.</summary>
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            var end = _rest.IndexOf((byte)'\n');
            Current = (end < 0 ? _rest : _rest[..end]).TrimEnd("\r\t "u8);
            _rest = end < 0 ? [] : _rest[(end + 1)..];
            return true;
        }
    }
}
