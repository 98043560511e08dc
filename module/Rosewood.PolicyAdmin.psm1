# Loads the cmdlets in the module's own load context, so that its packages meet nobody else's. The manifest has loaded what makes that.
$again = [Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::HasLoaded($PSScriptRoot)
$inner = Import-Module -Assembly ([Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::LoadCmdlets($PSScriptRoot)) -PassThru

# Import-Module -Force on a module that is there finds the assembly's module in a cache, and then exports nothing of it from this one
# (https://github.com/PowerShell/PowerShell/issues/20710): what the cache gives is exported here.
if ($again) {
    $export = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
    foreach ($cmdlet in $(if ($export) { $inner.ExportedCmdlets.Values })) {
        $null = $export.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
    }
}
