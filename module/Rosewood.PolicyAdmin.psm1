# Loads the cmdlets in the module's own load context, so that its packages meet nobody else's.
$loader = Join-Path $PSScriptRoot 'Rosewood.PolicyAdmin.Loader.dll'
$cmdlets = Join-Path $PSScriptRoot 'lib' 'Rosewood.PolicyAdmin.Cmdlets.dll'

$null = [System.Reflection.Assembly]::LoadFrom($loader)
Import-Module -Assembly ([Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::LoadCmdlets($cmdlets))
