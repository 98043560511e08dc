namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The registers: how often things are asked and looked at again.</summary>
internal static class RegistersSection
{
    private static readonly ConfigValue<DateOnly?> Day = static (node, problems) => ConfigValues.Date(node, problems);

    public static readonly ConfigValue<RegistersConfig> Registers = ConfigObject.Of(static o =>
    {
        var none = new RegistersConfig();
        return new RegistersConfig
        {
            AcknowledgementEvery = Days("acknowledgementEvery", none.AcknowledgementEvery),
            PolicyVersion = o.Optional("policyVersion", ConfigValues.Name, fallback: null!),
            PolicyDate = o.Optional("policyDate", Day, fallback: null),
        };

        TimeSpan Days(string key, TimeSpan fallback)
        {
            var every = o.Optional(key, ConfigValues.Duration, fallback);
            if (o.IsSound && every < TimeSpan.FromDays(1))
            {
                o.Refuse(key, "nothing is asked more than once a day. Write a longer time.");
            }

            return every;
        }
    });
}
