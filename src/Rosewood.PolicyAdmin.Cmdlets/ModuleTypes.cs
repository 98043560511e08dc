using System.Management.Automation;
using System.Reflection;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>
/// Tells PowerShell the engine's types that scripts name: it finds none by its name in a load context of the module's own. One stands in
/// <c>catch [...]</c>, one in the views. PowerShell calls it when it imports the assembly.
/// </summary>
public sealed class ModuleTypes : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        var add = typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators")?.GetMethod("Add", BindingFlags.Public | BindingFlags.Static);
        foreach (var type in (Type[])[typeof(FaultException), typeof(VisibleText)])
        {
            add?.Invoke(null, [type.FullName!, type]);
        }
    }
}
