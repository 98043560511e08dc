using System.Xml.Linq;
using static Rosewood.PolicyAdmin.Console.Help.Maml.MamlNames;

namespace Rosewood.PolicyAdmin.Console.Help.Maml;

/// <summary>
/// The help file that PowerShell's <c>Get-Help</c> reads. It is looked for by the name of the assembly that the cmdlets are in, in the
/// folder of the language beside the module's manifest.
/// </summary>
internal static class MamlFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "Rosewood.PolicyAdmin.Cmdlets.dll-Help.xml";

    /// <summary>The whole file.</summary>
    public static XDocument Document(HelpPages pages) => new(
        new XDeclaration("1.0", "utf-8", standalone: null),
        new XElement(
            RootSpace + "helpItems",
            new XAttribute("schema", "maml"),
            pages.Commands.OrderBy(static c => c.Name, StringComparer.Ordinal).Select(c => MamlCommand.Element(c, pages))));
}
