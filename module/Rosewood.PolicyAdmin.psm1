# Loads the cmdlets in the module's own load context, so that its packages meet nobody else's.
# Plain .NET: a cmdlet such as Join-Path would first load the module that it is in, which takes longer than all of this.
$null = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/Rosewood.PolicyAdmin.Loader.dll")
$cmdlets = [System.IO.Path]::GetFullPath("$PSScriptRoot/lib/Rosewood.PolicyAdmin.Cmdlets.dll")
$again = [Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::HasLoaded($cmdlets)
$inner = Import-Module -Assembly ([Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::LoadCmdlets($cmdlets)) -PassThru

# Import-Module -Force on a module that is there finds the assembly's module in a cache, and then exports nothing of it from this one
# (https://github.com/PowerShell/PowerShell/issues/20710): what the cache gives is exported here.
$export = if ($again) { [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic') }
if ($export) {
    foreach ($cmdlet in $inner.ExportedCmdlets.Values) {
        $null = $export.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
    }
}
