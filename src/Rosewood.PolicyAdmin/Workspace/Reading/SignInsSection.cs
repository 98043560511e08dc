namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The audit of sign-ins.</summary>
internal static class SignInsSection
{
    private static readonly ConfigValue<SignInThresholdsConfig> Thresholds = ConfigObject.Of(static o =>
    {
        var none = new SignInThresholdsConfig();
        var thresholds = new SignInThresholdsConfig
        {
            Shared = o.Optional("shared", ConfigValues.Likelihood, none.Shared),
            Possible = o.Optional("possible", ConfigValues.Likelihood, none.Possible),
        };
        if (o.IsSound && thresholds.Possible >= thresholds.Shared)
        {
            o.Refuse("possible", "it has to lie below shared. Lower it, or raise shared.");
        }

        return thresholds;
    });

    public static readonly ConfigValue<SignInsConfig> SignIns = ConfigObject.Of(static o =>
    {
        var none = new SignInsConfig();
        return new SignInsConfig
        {
            DeclaredSharedAccounts = o.Texts("declaredSharedAccounts", ConfigValues.Account),
            UseAbsences = o.Optional("useAbsences", ConfigValues.Boolean, none.UseAbsences),
            Prior = o.Optional("prior", ConfigValues.Likelihood, none.Prior),
            Thresholds = o.Optional("thresholds", Thresholds, none.Thresholds),
        };
    });
}
