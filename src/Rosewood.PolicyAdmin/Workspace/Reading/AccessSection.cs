namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Grant defaults and limits.</summary>
internal static class AccessSection
{
    public static readonly ConfigValue<AccessConfig> Access = ConfigObject.Of(static o =>
    {
        var none = new AccessConfig();
        var access = new AccessConfig
        {
            DefaultDuration = o.Optional("defaultDuration", ConfigValues.Duration, none.DefaultDuration),
            LongestDuration = o.Optional("longestDuration", ConfigValues.Duration, none.LongestDuration),
            StandingAuthorisation = o.Optional("standingAuthorisation", ConfigValues.Boolean, none.StandingAuthorisation),
            RequireConfirmation = o.Optional("requireConfirmation", ConfigValues.Boolean, none.RequireConfirmation),
        };
        if (o.IsSound && access.DefaultDuration > access.LongestDuration)
        {
            o.Refuse("defaultDuration", "a grant's usual length is above the longest one. Lower defaultDuration or raise longestDuration.");
        }

        return access;
    });
}
