using System.Globalization;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Readers of single values. Each says what it expected and how to write it.</summary>
internal static class ConfigValues
{
    /// <summary>No value is longer; patterns never see more.</summary>
    private const int MaxLength = 2000;

    public static readonly ConfigValue<string> Name = Parsed<string>(ConfigFormats.TryName, "Write 1 to 200 characters, without line breaks and without blanks at the ends.");
    public static readonly ConfigValue<string> Line = Parsed<string>(ConfigFormats.TryLine, "Write 1 to 2000 characters, without line breaks.");
    public static readonly ConfigValue<DateOnly> Date = Parsed<DateOnly>(ConfigFormats.TryDate, "Write a date from 2000 to 2099 as 2026-09-02.");
    public static readonly ConfigValue<TimeOnly> Time = Parsed<TimeOnly>(ConfigFormats.TryTime, "Write a time of day as 08:50.");
    public static readonly ConfigValue<TimeSpan> Duration = Parsed<TimeSpan>(ConfigFormats.TryDuration, "Write a duration as 90m, 2h, 28d or 4w, or in ISO 8601 as PT2H or P6Y.");
    public static readonly ConfigValue<string> Zone = Parsed<string>(ConfigFormats.TryZone, "Write an IANA time zone, such as Europe/London.");
    public static readonly ConfigValue<string> Host = Parsed<string>(ConfigFormats.TryHost, "Write a host such as outlook.office365.com: no https://, no path, no *; international names in their xn-- form.");
    public static readonly ConfigValue<string> Mail = Parsed<string>(ConfigFormats.TryMail, "Write one mail address such as head@rosewood.example.");
    public static readonly ConfigValue<string> MailOrDomain = Parsed<string>(ConfigFormats.TryMailOrDomain, "Write a mail address such as rep@union.example, or a domain such as union.example.");
    public static readonly ConfigValue<string> Phone = Parsed<string>(ConfigFormats.TryPhone, "Write one phone number such as 07700 900123 or +44 7700 900123.");
    public static readonly ConfigValue<string> Account = Parsed<string>(ConfigFormats.TryName, "Write the account's name as sign-ins show it, such as kiosk@rosewood.example.");
    public static readonly ConfigValue<string> Address = Parsed<string>(ConfigFormats.TryAddress, "Write an IP address such as 10.20.0.5 or 2001:db8::5.");
    public static readonly ConfigValue<string> Endpoint = Parsed<string>(ConfigFormats.TryEndpoint, "Write host and port, such as proxy.rosewood.example:3128.");
    public static readonly ConfigValue<Guid> Id = Parsed<Guid>(ConfigFormats.TryId, "Write the id as the admin centre shows it: 8-4-4-4-12 hexadecimal digits.");
    public static readonly ConfigValue<Uri> Service = Parsed<Uri>(ConfigFormats.TryService, "Write an https address; plain http is taken for 127.0.0.1, [::1] and localhost only.");
    public static readonly ConfigValue<string> Thumbprint = Parsed<string>(ConfigFormats.TryThumbprint, "Write the certificate's thumbprint: 40 or 64 hexadecimal digits.");
    public static readonly ConfigValue<string> TimeFormat = Parsed<string>(ConfigFormats.TryTimeFormat, "Write a date pattern such as dd/MM/yyyy HH:mm:ss, or UnixSeconds or UnixMilliseconds.");
    public static readonly ConfigValue<char> Delimiter = Parsed<char>(ConfigFormats.TryDelimiter, "Write one of , ; | or \\t.");

    public static bool Boolean(ConfigNode node, ConfigProblems problems)
    {
        if (node.Kind != ConfigKind.Boolean)
        {
            problems.Add(node, $"true or false belongs here, not {Describe(node)}.");
        }

        return node.Text is "true";
    }

    /// <summary>A number between 0 and 1, both excluded.</summary>
    public static double Likelihood(ConfigNode node, ConfigProblems problems)
    {
        if (node.Kind == ConfigKind.Number
            && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value is > 0 and < 1)
        {
            return value;
        }

        problems.Add(node, $"a number between 0 and 1 belongs here, such as 0.95, not {Describe(node)}.");
        return default;
    }

    /// <summary>A port number above those that only root may open.</summary>
    public static int Port(ConfigNode node, ConfigProblems problems)
    {
        if (node.Kind == ConfigKind.Number && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1024 and <= 65535)
        {
            return port;
        }

        problems.Add(node, $"a port between 1024 and 65535 belongs here, such as 13128, not {Describe(node)}.");
        return default;
    }

    /// <summary>One of an enumeration's names, written exactly.</summary>
    public static ConfigValue<T> Word<T>(params T[] except)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Except(except.Select(static e => e.ToString()), StringComparer.Ordinal).ToList();
        return (node, problems) =>
        {
            if (node.Kind == ConfigKind.Text && names.Contains(node.Text, StringComparer.Ordinal))
            {
                return Enum.Parse<T>(node.Text);
            }

            var near = node.Kind == ConfigKind.Text ? names.Find(n => n.Equals(node.Text, StringComparison.OrdinalIgnoreCase)) : null;
            problems.Add(node, near is null ? $"{Describe(node)} does not belong here. Write one of {string.Join(", ", names)}." : $"write \"{near}\" with its capitals.");
            return default;
        };
    }

    /// <summary>A node in words, for messages.</summary>
    public static string Describe(ConfigNode node) => node.Kind switch
    {
        ConfigKind.Object => "an object in braces",
        ConfigKind.List => "a list in square brackets",
        ConfigKind.Text => $"'{ConfigProblems.Shown(node.Text)}'",
        ConfigKind.Number => $"the number {ConfigProblems.Shown(node.Text)}",
        _ => node.Text,
    };

    private static ConfigValue<T> Parsed<T>(TryParse<T> parse, string remedy) => (node, problems) =>
    {
        if (node.Kind != ConfigKind.Text)
        {
            problems.Add(node, $"a text in quotes belongs here, not {Describe(node)}. {remedy}");
        }
        else if (node.Text.Length <= MaxLength && parse(node.Text, out var value))
        {
            return value;
        }
        else
        {
            problems.Add(node, $"{Describe(node)} can't be read here. {remedy}");
        }

        return default!;
    };

    private delegate bool TryParse<T>(string text, out T value);
}
