using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>
/// The compiler's XML documentation that is shipped beside the program, looked into without reading it as a whole: help has to be there
/// at once, and the compiler writes the file in one known form.
/// </summary>
internal sealed class XmlDocs
{
    private const string MemberStart = "<member name=\"";
    private readonly byte[] _bytes;
    private readonly Lazy<string> _text;

    /// <param name="text">The file's text.</param>
    public XmlDocs(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    private XmlDocs(byte[] bytes)
    {
        _bytes = bytes;
        _text = new Lazy<string>(() => Encoding.UTF8.GetString(bytes));
    }

    /// <summary>The documentation of the assembly that has this type; empty where it was not shipped.</summary>
    public static XmlDocs For(Type type)
    {
        var path = Path.ChangeExtension(type.Assembly.Location, ".xml");
        return new XmlDocs(File.Exists(path) ? File.ReadAllBytes(path) : []);
    }

    /// <summary>The documentation of requests alone: that of the engine's is inside the program, a twentieth of the whole.</summary>
    /// <param name="request">One of them.</param>
    public static XmlDocs OfRequests(Type request)
    {
        if (request.Assembly != typeof(PolicyRequest).Assembly)
        {
            return For(request);
        }

        using var stream = typeof(XmlDocs).Assembly.GetManifestResourceStream("commands.xml")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new XmlDocs(bytes);
    }

    /// <summary>The summaries of types, by full name, found in one pass over the bytes: what else is in the file is not even decoded.</summary>
    public Dictionary<string, string> TypeSummaries(IReadOnlySet<string> types)
    {
        var start = Encoding.UTF8.GetBytes(MemberStart + "T:");
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = _bytes.AsSpan();
        int at;
        while (result.Count < types.Count && (at = rest.IndexOf(start)) >= 0)
        {
            rest = rest[(at + start.Length)..];
            var name = Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
            if (types.Contains(name) && rest.IndexOf("</member>"u8) is >= 0 and var end && Element(Encoding.UTF8.GetString(rest[..end]), "summary") is { } summary)
            {
                result[name] = DocText.Line(summary);
            }
        }

        return result;
    }

    /// <summary>A type's documentation as XML; empty when it has none.</summary>
    public ReadOnlySpan<char> OfType(Type type) => Member("T:" + type.FullName);

    /// <summary>A property's documentation as XML; looked for in base types too.</summary>
    public ReadOnlySpan<char> OfProperty(Type type, string property)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            var member = Member($"P:{owner.FullName}.{property}");
            if (!member.IsEmpty)
            {
                return member;
            }
        }

        return [];
    }

    /// <summary>The documentation of a field, such as a value of an enum, as XML; empty when it has none.</summary>
    public ReadOnlySpan<char> OfField(Type type, string field) => Member($"F:{type.FullName!.Replace('+', '.')}.{field}");

    /// <summary>The content of the first element of a name; null where there is none.</summary>
    public static string? Element(ReadOnlySpan<char> xml, string name) => Elements(xml, name) is [var first, ..] ? first : null;

    /// <summary>The contents of all elements of a name.</summary>
    public static IReadOnlyList<string> Elements(ReadOnlySpan<char> xml, string name)
    {
        var result = new List<string>();
        int at;
        while ((at = xml.IndexOf($"<{name}>", StringComparison.Ordinal)) >= 0)
        {
            xml = xml[(at + name.Length + 2)..];
            var end = xml.IndexOf($"</{name}>", StringComparison.Ordinal);
            result.Add(xml[..end].ToString());
            xml = xml[end..];
        }

        return result;
    }

    private ReadOnlySpan<char> Member(string name)
    {
        var start = _text.Value.IndexOf($"{MemberStart}{name}\">", StringComparison.Ordinal);
        return start < 0 ? [] : MemberAt(start);
    }

    private ReadOnlySpan<char> MemberAt(int start)
    {
        var rest = _text.Value.AsSpan(start);
        var end = rest.IndexOf("</member>", StringComparison.Ordinal);
        return end < 0 ? [] : rest[..end];
    }
}
