@{
    ExcludeRules = @(
        # Text files have no byte order mark here; PowerShell 7 reads UTF-8 without one.
        'PSUseBOMForUnicodeEncodedFile'
    )
    Rules        = @{
        PSAvoidUsingPositionalParameters = @{
            Enable           = $true
            CommandAllowList = @('Join-Path')
        }
    }
}
