#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The help as Get-Help reads it, and every example of it run in a school of its own. What examples need is in tests/Examples, which the
# tests of the console read too.

BeforeDiscovery {
    $modulePath = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'artifacts' 'module' 'Rosewood.PolicyAdmin'
    Import-Module $modulePath -Force
    $commands = (Get-Command -Module Rosewood.PolicyAdmin -CommandType Cmdlet).Name | ForEach-Object { @{ Command = $_ } }
}

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'artifacts' 'module' 'Rosewood.PolicyAdmin') -Force
    $script:examples = Join-Path $root 'tests' 'Examples'
    $script:needs = Get-Content -Raw (Join-Path $examples 'examples.json') | ConvertFrom-Json -AsHashtable
    $script:prepared = @{}

    # Not TestDrive, which every block leaves as it found it.
    $script:base = Join-Path ([IO.Path]::GetTempPath()) "rosewood-examples-$PID-$(New-Guid)"
    $null = New-Item -ItemType Directory $base
    $script:today = ([datetime] $needs.today).ToUniversalTime()
    $script:late = [math]::Max(0, [int] ([datetime]::UtcNow - $today).TotalDays)

    # The account as the program names it: what it recorded when it made a workspace.
    function script:Get-Account([string] $Workspace) { (Get-PolicyAudit -Workspace $Workspace -Last 1).Operator }

    # A line of the help as it runs here: other machines' folders are below this one, and days that were to come still are.
    function script:Convert-Line([string] $Line, [string] $Folder) {
        foreach ($place in $needs.places.Keys) {
            $Line = $Line.Replace($place, (Join-Path $Folder $needs.places[$place]) + '/')
        }
        [regex]::Replace($Line, '\b20\d\d-\d\d-\d\d\b', {
                param($match)
                $day = [datetime]::ParseExact($match.Value, 'yyyy-MM-dd', [cultureinfo]::InvariantCulture)
                if ($day -gt $today) { $day.AddDays($late).ToString('yyyy-MM-dd') } else { $match.Value }
            })
    }

    # Runs a line in a folder; gives the error that ended it, if one did.
    function script:Invoke-Line([string] $Line, [string] $Folder) {
        $Line = Convert-Line $Line $Folder
        if ($Line.EndsWith(' -Follow')) {
            # Until there is something new, and then no longer: what a person would do with Ctrl+C.
            $log = Join-Path $Folder 'squid' 'access.log'
            Add-Content $log (Get-Content $log -Tail 1)
            $Line += ' | Select-Object -First 1'
        }
        $ErrorActionPreference = 'Stop'
        $ConfirmPreference = 'None'
        $WarningPreference = 'SilentlyContinue'
        try {
            $null = & ([scriptblock]::Create($Line)) 6> $null
        }
        catch {
            $_
        }
    }

    # A folder with the files and the workspace that examples need, for whoever holds these roles; made once, then copied.
    function script:New-School([string] $Roles, [string] $Folder) {
        if (-not $prepared.ContainsKey($Roles)) {
            $made = Join-Path $base "prepared-$($prepared.Count)"
            Copy-Item (Join-Path $examples 'files') $made -Recurse
            foreach ($here in $needs.places.Values) { $null = New-Item -ItemType Directory (Join-Path $made $here) }
            Copy-Item (Join-Path $made 'access.log') (Join-Path $made 'squid')
            $zip = [IO.Compression.GZipStream]::new([IO.File]::Create((Join-Path $made 'access.log.1.gz')), [IO.Compression.CompressionMode]::Compress)
            try { $zip.Write([IO.File]::ReadAllBytes((Join-Path $made 'access.log'))) } finally { $zip.Dispose() }
            if (-not $IsWindows) { 'passphrase.txt', 'probe.txt' | ForEach-Object { [IO.File]::SetUnixFileMode((Join-Path $made $_), 'UserRead, UserWrite') } }
            Push-Location $made
            $env:ROSEWOOD_WORKSPACE = Join-Path $made 'workspace'
            try {
                foreach ($line in $needs.always) {
                    Invoke-Line $line $made | Should -BeNullOrEmpty -Because $line
                    if ($line.StartsWith('Initialize-')) {
                        Copy-Item policy.json workspace -Force
                        $staff = (Get-Content -Raw staff.csv).Replace('{roles}', $Roles).Replace('{account}', (Get-Account $env:ROSEWOOD_WORKSPACE))
                        Set-Content staff.csv $staff -NoNewline
                    }
                }
            }
            finally { Pop-Location }
            $prepared[$Roles] = $made
        }
        Copy-Item $prepared[$Roles] $Folder -Recurse
    }
}

AfterAll {
    Remove-Module Rosewood.PolicyAdmin -ErrorAction Ignore
    Remove-Item $base -Recurse -Force
}

Describe 'The help of <Command>' -ForEach $commands {
    BeforeAll {
        $script:help = Get-Help $Command -Full
    }

    It 'says what it does, and describes it' {
        $help.Name | Should -Be $Command
        $help.Synopsis | Should -Match '^[A-Z].*\.$'
        ($help.description.Text -join ' ').Length | Should -BeGreaterOrEqual $help.Synopsis.Length
        $help.Synopsis | Should -Not -Match "^\s*$Command"
    }

    It 'describes every parameter' {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        $names = (Get-Command $Command).Parameters.Keys | Where-Object { $_ -notin $common }
        $described = $help.parameters.parameter | Where-Object { $_.description.Text }
        $described.name | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'agrees with the command about what is required, and about the pipeline' {
        foreach ($parameter in $help.parameters.parameter) {
            $real = (Get-Command $Command).Parameters[$parameter.name]
            $places = $real.ParameterSets.Values
            $parameter.required | Should -Be ([string] [bool] ($places.IsMandatory -contains $true)).ToLowerInvariant() -Because $parameter.name
            $parameter.pipelineInput -match 'ByPropertyName' | Should -Be ([bool] ($places.ValueFromPipelineByPropertyName -contains $true)) -Because $parameter.name
            $parameter.pipelineInput -match 'ByValue' | Should -Be ([bool] ($places.ValueFromPipeline -contains $true)) -Because $parameter.name
            ($parameter.aliases -eq 'none' ? '' : $parameter.aliases) | Should -Be ($real.Aliases -join ', ') -Because $parameter.name
        }
        @($help.syntax.syntaxItem).Count | Should -Be (Get-Command $Command).ParameterSets.Count
    }

    It 'has two examples or more, and all of them run' {
        $need = $needs.commands[$Command] ?? @{}
        $folder = Join-Path $base $Command
        New-School ($need.roles ?? $needs.roles) $folder
        $env:ROSEWOOD_WORKSPACE = Join-Path $folder 'workspace'
        Push-Location $folder
        try {
            $number = 0
            foreach ($example in $help.examples.example) {
                $number++
                ($example.remarks.Text -join '').Trim() | Should -Not -BeNullOrEmpty
                foreach ($line in $need.before."$number" | Where-Object { $_ -and $_ -notmatch '^[\w.-]+: ' }) { Invoke-Line $line $folder | Should -BeNullOrEmpty -Because "$line, before example $number, runs" }
                foreach ($line in $example.code -split "`n") {
                    $failed = Invoke-Line "$line $($need.unanswered)".TrimEnd() $folder
                    $fault = $need.faults."$number" ?? $need.faultsInPowerShell."$number"
                    if ($fault) {
                        $failed.FullyQualifiedErrorId | Should -BeLike "*$fault*,*" -Because $line
                    }
                    else {
                        $failed | Should -BeNullOrEmpty -Because "$line runs"
                    }
                }
            }
            $number | Should -BeGreaterOrEqual 2
        }
        finally {
            Pop-Location
            Remove-Item $folder -Recurse -Force
        }
    }
}

Describe 'The help of the module' {
    It 'is found by its topic' {
        $topic = Get-Help about_Rosewood.PolicyAdmin | Out-String
        $topic | Should -Match 'ROSEWOOD_WORKSPACE'
        $topic | Should -Match 'Initialize-PolicyWorkspace'
    }

    It 'names commands that there are' {
        [regex]::Matches((Get-Help about_Rosewood.PolicyAdmin | Out-String), '\b[A-Z][a-z]+-(Policy|Social|Firewall)\w+').Value | Where-Object { -not (Get-Command $_ -Module Rosewood.PolicyAdmin -ErrorAction Ignore) } | Should -BeNullOrEmpty
    }

    It 'lists its commands for a pattern' {
        (Get-Help '*SocialMediaAccess*').Name | Sort-Object | Should -Be ((Get-Command -Module Rosewood.PolicyAdmin -Noun SocialMediaAccess).Name | Sort-Object)
    }
}
