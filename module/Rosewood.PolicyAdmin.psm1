# Loads the cmdlets in the module's own load context, so that its packages meet nobody else's.
# Plain .NET: a cmdlet such as Join-Path would first load the module that it is in, which takes longer than all of this.
$null = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/Rosewood.PolicyAdmin.Loader.dll")
$cmdlets = [System.IO.Path]::GetFullPath("$PSScriptRoot/lib/Rosewood.PolicyAdmin.Cmdlets.dll")
$cmdlets = [Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::LoadCmdlets($cmdlets)
Import-Module -Assembly $cmdlets

# PowerShell finds no type by its name in a context of its own: one stands in catch [...], one in the views.
$names = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
foreach ($name in 'Rosewood.PolicyAdmin.Commands.FaultException', 'Rosewood.PolicyAdmin.Commands.VisibleText') {
    $names::Add($name, [Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::FindType($cmdlets, $name))
}
