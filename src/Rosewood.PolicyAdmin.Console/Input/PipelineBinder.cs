using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Console.Input;

/// <summary>Binds one object of <c>-InputJson</c> to the parameters that take pipeline input, as PowerShell would.</summary>
internal static class PipelineBinder
{
    /// <summary>A request for the object. What the command line set stays as it is.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="item">The object or text.</param>
    /// <param name="number">Its number from 1, for messages.</param>
    /// <exception cref="FaultException">It fits no parameter, has a value that fits none, or leaves something mandatory out.</exception>
    public static PolicyRequest Bind(BoundCommand command, JsonElement item, int number)
    {
        var values = new Dictionary<ParameterSyntax, object>();
        try
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                BindProperties(command, item, values);
            }
            else if (FreeParameters(command).FirstOrDefault(static p => p.FromPipeline) is { } whole && Words(item) is { } words)
            {
                values[whole] = Convert(whole, words, "It");
            }
        }
        catch (UsageException e)
        {
            throw Wrong(number, e.Message);
        }

        if (values.Count == 0)
        {
            throw Wrong(number, $"It has nothing that {command.Syntax.Name} takes from a pipeline: {Suggestions.List(FreeParameters(command).Select(static p => p.Name))}.");
        }

        RequireMandatory(command, values, number);
        return command.CreateRequest(values);
    }

    private static void BindProperties(BoundCommand command, JsonElement item, Dictionary<ParameterSyntax, object> values)
    {
        foreach (var property in item.EnumerateObject())
        {
            var parameter = FreeParameters(command).FirstOrDefault(p => p.FromPipelineByName && p.IsNamed(property.Name));
            if (parameter is not null && property.Value.ValueKind != JsonValueKind.Null)
            {
                var words = Words(property.Value) ?? throw new UsageException($"{property.Name} holds an object where a plain value is needed.", "");
                values.TryAdd(parameter, Convert(parameter, words, property.Name));
            }
        }
    }

    private static object Convert(ParameterSyntax parameter, List<string> words, string what) => parameter.IsList || words.Count == 1
        ? ValueConverter.Convert(parameter, words)
        : throw new UsageException($"{what} holds {words.Count} values where one is needed.", "");

    private static IEnumerable<ParameterSyntax> FreeParameters(BoundCommand command) =>
        command.Syntax.Parameters.Where(p => (p.FromPipeline || p.FromPipelineByName) && !command.Values.ContainsKey(p));

    private static void RequireMandatory(BoundCommand command, Dictionary<ParameterSyntax, object> values, int number)
    {
        var given = command.Values.Keys.Concat(values.Keys).ToList();
        try
        {
            ParameterSets.Complete(command.Syntax, given, ParameterSets.Fitting(command.Syntax, given), fromPipeline: false);
        }
        catch (UsageException e)
        {
            throw Wrong(number, e.Message);
        }
    }

    /// <summary>The text of a plain value or of each in an array; null where an object is in it.</summary>
    private static List<string>? Words(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Word(value) is { } word ? [word] : null;
        }

        var words = value.EnumerateArray().Select(Word).ToList();
        var texts = words.OfType<string>().ToList();
        return texts.Count == words.Count ? texts : null;
    }

    private static string? Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new UsageException("It holds half a character (a lone surrogate).", "");
        }
    }

    private static FaultException Wrong(int number, string message) => new Fault(
        "InputObjectInvalid",
        FaultKind.InvalidArgument,
        $"object {number}",
        $"Object {number} of the input can't be used. {message}").ToException();
}
