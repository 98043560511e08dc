using System.Reflection;
using System.Runtime.Loader;

namespace Rosewood.PolicyAdmin.Loader;

/// <summary>
/// The module's own load context: its packages, in their versions, next to whatever other modules bring. PowerShell and the runtime
/// come from the default context, because the module ships neither.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string ContextName = "Rosewood.PolicyAdmin";

    private readonly string _assembly;

    // Reads the whole list of what the packages bring, which takes as long as all else of an import: made when the first package is asked for.
    private readonly Lazy<AssemblyDependencyResolver> _resolver;

    private ModuleLoadContext(string assembly)
        : base(ContextName)
    {
        _assembly = assembly;
        _resolver = new Lazy<AssemblyDependencyResolver>(() => new AssemblyDependencyResolver(assembly));
    }

    /// <summary>
    /// Loads the module's cmdlets. A module that is removed and imported again gets the same assembly, so that its types stay the same;
    /// another version in another folder gets a context of its own. Files replaced at the same path need a new session.
    /// </summary>
    /// <param name="module">The module's folder. In its lib the cmdlets' assembly has a <c>.deps.json</c> beside it that says where the rest is.</param>
    public static Assembly LoadCmdlets(string module)
    {
        var assembly = CmdletsOf(module);
        var context = Of(assembly) ?? new ModuleLoadContext(assembly);
        var cmdlets = context.LoadFromAssemblyPath(assembly);

        // PowerShell looks at one type after the other; meanwhile another core gets the next ones ready. What goes wrong there PowerShell meets itself.
        _ = Task.Run(cmdlets.GetTypes);
        return cmdlets;
    }

    /// <summary>Whether this session has loaded the module's cmdlets before.</summary>
    /// <param name="module">As for <see cref="LoadCmdlets"/>.</param>
    public static bool HasLoaded(string module) => Of(CmdletsOf(module)) is not null;

    private static string CmdletsOf(string module) => Path.GetFullPath(Path.Combine(module, "lib", ContextName + ".Cmdlets.dll"));

    // A plain loop: at Import-Module nothing of it is compiled yet.
    private static ModuleLoadContext? Of(string assembly)
    {
        foreach (var context in All)
        {
            if (context is ModuleLoadContext own && string.Equals(own._assembly, assembly, StringComparison.Ordinal))
            {
                return own;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        (OwnPath(assemblyName.Name) ?? _resolver.Value.ResolveAssemblyToPath(assemblyName)) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.Value.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    /// <summary>The module's own assemblies lie beside each other.</summary>
    private string? OwnPath(string? name)
    {
        if (name?.StartsWith(ContextName, StringComparison.Ordinal) is not true)
        {
            return null;
        }

        var path = Path.Combine(Path.GetDirectoryName(_assembly)!, name + ".dll");
        return File.Exists(path) ? path : null;
    }
}
