using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>Syntax in words, as PowerShell writes it.</summary>
internal static class SyntaxText
{
    /// <summary>The syntax of one parameter set.</summary>
    public static string Line(CommandSyntax syntax, string? set)
    {
        var line = new StringBuilder(syntax.Name);
        foreach (var parameter in InOrder(syntax, set))
        {
            var name = parameter.PositionIn(set) is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
            var whole = Value(parameter) is { Length: > 0 } value ? $"{name} {value}" : name;
            line.Append(' ').Append(parameter.IsMandatoryIn(set) ? whole : $"[{whole}]");
        }

        return line.Append(syntax.SupportsShouldProcess ? " [-WhatIf] [-Confirm]" : "").ToString();
    }

    /// <summary>A set's parameters: by position, then those that are required.</summary>
    public static IEnumerable<ParameterSyntax> InOrder(CommandSyntax syntax, string? set) =>
        syntax.Parameters.Where(p => p.IsIn(set)).OrderBy(p => p.PositionIn(set) ?? int.MaxValue).ThenByDescending(p => p.IsMandatoryIn(set));

    /// <summary>What stands for a parameter's value, such as <c>&lt;string[]&gt;</c>; nothing for a switch.</summary>
    public static string Value(ParameterSyntax parameter) => parameter.IsSwitch ? "" : $"<{TypeName(parameter)}>";

    /// <summary>The type of a parameter in a word.</summary>
    public static string TypeName(ParameterSyntax parameter)
    {
        var name = parameter.ValueType.Name switch
        {
            nameof(String) => "string",
            nameof(Int32) or nameof(Int64) => "int",
            nameof(Double) => "number",
            nameof(Boolean) => parameter.IsSwitch ? "switch" : "bool",
            nameof(TimeInput) or nameof(DateTimeOffset) => "time",
            nameof(DurationInput) or nameof(TimeSpan) => "duration",
            nameof(DateOnly) => "date",
            nameof(Uri) => "uri",
            var other => other,
        };
        return parameter.IsList ? name + "[]" : name;
    }
}
