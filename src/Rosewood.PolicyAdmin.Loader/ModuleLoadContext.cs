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
    private const string EngineAssembly = "Rosewood.PolicyAdmin";

    private readonly string _assembly;
    private readonly AssemblyDependencyResolver _resolver;

    private ModuleLoadContext(string assembly)
        : base(ContextName)
    {
        _assembly = assembly;
        _resolver = new AssemblyDependencyResolver(assembly);
    }

    /// <summary>
    /// Loads the module's cmdlets. A module that is removed and imported again gets the same assembly, so that its types stay the same;
    /// another version in another folder gets a context of its own. Files replaced at the same path need a new session.
    /// </summary>
    /// <param name="assembly">The full path of the cmdlets' assembly; its <c>.deps.json</c> beside it says where the rest is.</param>
    public static Assembly LoadCmdlets(string assembly)
    {
        var context = All.OfType<ModuleLoadContext>().FirstOrDefault(c => string.Equals(c._assembly, assembly, StringComparison.Ordinal)) ?? new ModuleLoadContext(assembly);
        return context.LoadFromAssemblyPath(assembly);
    }

    /// <summary>A public type of the engine, for PowerShell, which looks for names in the default context only.</summary>
    /// <param name="cmdlets">What <see cref="LoadCmdlets"/> gave.</param>
    /// <param name="name">The type's full name.</param>
    /// <exception cref="TypeLoadException">The engine has no such type.</exception>
    public static Type FindType(Assembly cmdlets, string name)
    {
        ArgumentNullException.ThrowIfNull(cmdlets);
        return GetLoadContext(cmdlets)!.LoadFromAssemblyName(new AssemblyName(EngineAssembly)).GetType(name, throwOnError: true)!;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
