using System.Globalization;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>A parameter's facts in the words that PowerShell's help has for them.</summary>
internal static class ParameterFacts
{
    /// <summary>What comes through the pipeline.</summary>
    public static string PipelineInput(ParameterSyntax parameter) => (parameter.FromPipeline, parameter.FromPipelineByName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    /// <summary>Its place, or that it has a name only.</summary>
    public static string Position(ParameterSyntax parameter, string? set) => parameter.PositionIn(set)?.ToString(CultureInfo.InvariantCulture) ?? "Named";

    /// <summary>Its value when left out.</summary>
    public static string Default(ParameterHelp parameter) => parameter.Default ?? (parameter.Syntax.IsSwitch ? "False" : "None");

    /// <summary>True or False.</summary>
    public static string Bool(bool value) => value ? "True" : "False";

    /// <summary>The sets that it is in; nothing where it is in all.</summary>
    public static IReadOnlyList<string> Sets(ParameterSyntax parameter, CommandSyntax syntax) =>
        parameter.Places.Any(static p => p.Set is null) ? [] : [.. syntax.Sets.OfType<string>().Where(s => parameter.IsIn(s))];
}
