using System.Reflection;
using Rosewood.PolicyAdmin.Commands.Completion;

namespace Rosewood.PolicyAdmin.Console.Syntax;

/// <summary>
/// Reads a command's syntax from its cmdlet class, as metadata only: the System.Management.Automation beside this program is a
/// reference assembly whose code does nothing, so neither a cmdlet nor one of its attributes is ever made.
/// </summary>
internal static class SyntaxReader
{
    private const string Namespace = "System.Management.Automation.";

    public static CommandSyntax Read(Type cmdlet)
    {
        var attribute = cmdlet.GetCustomAttributesData().First(static a => Is(a, "CmdletAttribute"));
        var request = RequestType(cmdlet);
        return new CommandSyntax(
            $"{attribute.ConstructorArguments[0].Value}-{attribute.ConstructorArguments[1].Value}",
            request,
            [.. Parameters(cmdlet, request)],
            Named<string>(attribute, "DefaultParameterSetName"),
            Named<bool>(attribute, "SupportsShouldProcess"),
            Named<int>(attribute, "ConfirmImpact") >= HighImpact,
            OutputType(cmdlet))
        {
            OutputTypes = [.. OutputTypes(cmdlet).SelectMany(static t => t)],
        };
    }

    /// <summary>ConfirmImpact.High.</summary>
    private const int HighImpact = 3;

    private static Type RequestType(Type cmdlet)
    {
        for (var type = cmdlet.BaseType; type is not null; type = type.BaseType)
        {
            if (IsPolicyCmdlet(type))
            {
                return type.GenericTypeArguments[0];
            }
        }

        throw new InvalidOperationException($"{cmdlet} does not derive from PolicyCmdlet<TRequest>.");
    }

    private static bool IsPolicyCmdlet(Type type) => type.IsConstructedGenericType && type.Name.StartsWith("PolicyCmdlet`", StringComparison.Ordinal);

    private static IEnumerable<ParameterSyntax> Parameters(Type cmdlet, Type request)
    {
        for (var type = cmdlet; type is not null && !IsPolicyCmdlet(type); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                var attributes = property.GetCustomAttributesData();
                if (attributes.Any(static a => Is(a, "ParameterAttribute")))
                {
                    yield return Parameter(property, attributes, request);
                }
            }
        }
    }

    private static ParameterSyntax Parameter(PropertyInfo property, IList<CustomAttributeData> attributes, Type request) => new(
        property.Name,
        request.GetProperty(property.Name) ?? throw new InvalidOperationException($"{request} has no {property.Name}."),
        property.PropertyType.Name.Equals("SwitchParameter", StringComparison.Ordinal),
        Strings(attributes, "AliasAttribute"),
        [.. attributes.Where(static a => Is(a, "ParameterAttribute")).Select(Place)],
        Strings(attributes, "ValidateSetAttribute"))
    {
        SupportsWildcards = attributes.Any(static a => Is(a, "SupportsWildcardsAttribute")),
        Names = attributes.FirstOrDefault(static a => Is(a, "ArgumentCompleterAttribute")) is { } completer ? KindOf((Type)completer.ConstructorArguments[0].Value!) : null,
    };

    /// <summary>What a completer completes: it is called by that.</summary>
    private static KnownValueKind KindOf(Type completer) => Enum.Parse<KnownValueKind>(completer.Name[..^"Completer".Length]);

    private static ParameterPlace Place(CustomAttributeData attribute)
    {
        var set = Named<string>(attribute, "ParameterSetName");
        return new ParameterPlace(
            set is null or "__AllParameterSets" ? null : set,
            attribute.NamedArguments.Any(static n => n.MemberName is "Position") ? Named<int>(attribute, "Position") : null,
            Named<bool>(attribute, "Mandatory"),
            Named<bool>(attribute, "ValueFromPipeline"),
            Named<bool>(attribute, "ValueFromPipelineByPropertyName"),
            Named<bool>(attribute, "ValueFromRemainingArguments"));
    }

    private static string[] Strings(IList<CustomAttributeData> attributes, string name) =>
    [
        .. attributes.Where(a => Is(a, name))
            .SelectMany(static a => (IReadOnlyList<CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)
            .Select(static a => (string)a.Value!),
    ];

    private static Type? OutputType(Type cmdlet) => OutputTypes(cmdlet).FirstOrDefault() is [var only] ? only : null;

    /// <summary>The types of each attribute.</summary>
    private static IEnumerable<Type[]> OutputTypes(Type cmdlet) => cmdlet.GetCustomAttributesData()
        .Where(static a => Is(a, "OutputTypeAttribute"))
        .Select(static a => ((IReadOnlyList<CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!).Select(static t => t.Value).OfType<Type>().ToArray());

    private static bool Is(CustomAttributeData attribute, string name) =>
        attribute.AttributeType.FullName is { } full && full.Length == Namespace.Length + name.Length
        && full.StartsWith(Namespace, StringComparison.Ordinal) && full.EndsWith(name, StringComparison.Ordinal);

    private static T? Named<T>(CustomAttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (string.Equals(argument.MemberName, name, StringComparison.Ordinal))
            {
                return (T?)argument.TypedValue.Value;
            }
        }

        return default;
    }
}
