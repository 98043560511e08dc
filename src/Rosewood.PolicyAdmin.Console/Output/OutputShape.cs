using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>The properties of an output type that are shown, in the order in which it declares them.</summary>
internal sealed class OutputShape
{
    private static readonly HashSet<Type> Numbers = [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(uint), typeof(ulong), typeof(double), typeof(float), typeof(decimal)];

    private readonly Dictionary<string, PropertyInfo> _properties;

    public OutputShape(Type type)
    {
        Type = type;
        IsPlain = type == typeof(string) || type.IsPrimitive || type.IsEnum;
        var properties = IsPlain ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .ToArray();
        Names = IsPlain ? ["Value"] : [.. properties.Select(static p => p.Name)];
        _properties = properties.ToDictionary(static p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>The names of the properties.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether it is one value rather than an object: a text, a number.</summary>
    public bool IsPlain { get; }

    /// <summary>A property's value; null where the object has no such property.</summary>
    public object? ValueOf(object value, string name) => IsPlain ? value : _properties.GetValueOrDefault(name)?.GetValue(value);

    /// <summary>The same for people to read: a list that is empty because it means everything says so.</summary>
    public object? ShownOf(object value, string name)
    {
        var shown = ValueOf(value, name);
        return shown is ICollection { Count: 0 } ? OutputViews.EmptyOf(Type, name) ?? shown : shown;
    }

    /// <summary>Whether a property holds numbers, which stand on the right.</summary>
    public bool IsNumber(string name)
    {
        var type = IsPlain ? Type : _properties.GetValueOrDefault(name)?.PropertyType;
        return type is not null && Numbers.Contains(Nullable.GetUnderlyingType(type) ?? type);
    }
}
