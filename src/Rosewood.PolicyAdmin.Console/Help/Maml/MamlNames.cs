using System.Xml.Linq;

namespace Rosewood.PolicyAdmin.Console.Help.Maml;

/// <summary>The namespaces of MAML, and what every part of it is made of.</summary>
internal static class MamlNames
{
    /// <summary>The root's.</summary>
    public static readonly XNamespace RootSpace = "http://msh";

    /// <summary>Texts.</summary>
    public static readonly XNamespace TextSpace = "http://schemas.microsoft.com/maml/2004/10";

    /// <summary>Commands.</summary>
    public static readonly XNamespace CommandSpace = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    /// <summary>What programmers' help has besides.</summary>
    public static readonly XNamespace DevSpace = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Paragraphs.</summary>
    public static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts) => texts.Select(static t => new XElement(TextSpace + "para", t));

    /// <summary>A description of paragraphs.</summary>
    public static XElement Description(IEnumerable<string> texts) => new(TextSpace + "description", Paragraphs(texts));
}
