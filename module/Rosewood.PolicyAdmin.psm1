# Loads the cmdlets in the module's own load context, so that its packages meet nobody else's.
# Plain .NET: a cmdlet such as Join-Path would first load the module that it is in, which takes longer than all of this.
$null = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/Rosewood.PolicyAdmin.Loader.dll")
$cmdlets = [System.IO.Path]::GetFullPath("$PSScriptRoot/lib/Rosewood.PolicyAdmin.Cmdlets.dll")
Import-Module -Assembly ([Rosewood.PolicyAdmin.Loader.ModuleLoadContext]::LoadCmdlets($cmdlets))
