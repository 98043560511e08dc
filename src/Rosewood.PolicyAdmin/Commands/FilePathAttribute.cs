namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// Says of a request's property that it names files or folders: PowerShell resolves it against its own location and expands wildcards,
/// the console's completion leaves it to the shell.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilePathAttribute : Attribute;
