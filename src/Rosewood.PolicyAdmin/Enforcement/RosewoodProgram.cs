namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Where the console program is, for what starts it without us: Squid, a timer.</summary>
internal static class RosewoodProgram
{
    /// <summary>Its name, also where it is looked for on the PATH.</summary>
    public const string Name = "rosewood";

    /// <summary>This process where it is that program, else the one on the PATH; null: not found.</summary>
    public static string? Find() =>
        Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own).Equals(Name, StringComparison.OrdinalIgnoreCase) ? own : ToolRunner.Find(Name);
}
