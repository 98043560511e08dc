using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>A command line that was understood: values for the command's parameters and the common options.</summary>
/// <param name="Syntax">The command.</param>
/// <param name="Values">What each given parameter of the command is set to.</param>
/// <param name="Sets">The parameter sets that still fit.</param>
/// <param name="Options">The common options.</param>
internal sealed record BoundCommand(
    CommandSyntax Syntax,
    IReadOnlyDictionary<ParameterSyntax, object> Values,
    IReadOnlyList<string?> Sets,
    CommonOptions Options)
{
    /// <summary>A request with these values, and with those of a piped object over them.</summary>
    public PolicyRequest CreateRequest(IReadOnlyDictionary<ParameterSyntax, object>? piped = null)
    {
        var request = (PolicyRequest)Activator.CreateInstance(Syntax.RequestType)!;
        foreach (var (parameter, value) in piped is null ? Values : Values.Concat(piped))
        {
            parameter.Property.SetValue(request, value);
        }

        return request;
    }
}
