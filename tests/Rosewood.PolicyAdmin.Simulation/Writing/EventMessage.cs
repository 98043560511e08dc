using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>The text that the event viewer shows, in English.</summary>
internal sealed class EventMessage
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    public string Of(WindowsEvent e, IReadOnlyList<(string Name, object Value)> properties)
    {
        var (head, tail) = e.Id switch
        {
            4624 => ("An account was successfully logged on.", "This event is generated when a logon session is created. It is generated on the computer that was accessed.\r\n\r\nThe subject fields indicate the account on the local system which requested the logon. This is most commonly a service such as the Server service, or a local process such as Winlogon.exe or Services.exe.\r\n\r\nThe logon type field indicates the kind of logon that occurred. The most common types are 2 (interactive) and 3 (network)."),
            4625 => ("An account failed to log on.", "This event is generated when a logon request fails. It is generated on the computer where access was attempted."),
            4634 => ("An account was logged off.", "This event is generated when a logon session is destroyed. It may be positively correlated with a logon event using the Logon ID value. Logon IDs are only unique between reboots on the same computer."),
            4647 => ("User initiated logoff:", "This event is generated when a logoff is initiated. No further user-initiated activity can occur. This event can be interpreted as a logoff event."),
            4778 => ("A session was reconnected to a Window Station.", "This event is generated when a user reconnects to an existing Terminal Services session, or when a user switches to an existing desktop using Fast User Switching."),
            _ => ("A session was disconnected from a Window Station.", "This event is generated when a user disconnects from an existing Terminal Services session, or when a user switches away from an existing desktop using Fast User Switching."),
        };
        var text = new StringBuilder(head).Append("\r\n\r\n");
        foreach (var (name, value) in properties)
        {
            text.Append('\t').Append(LabelOf(name)).Append(":\t\t").Append(Shown(name, value)).Append("\r\n");
        }

        return text.Append("\r\n").Append(tail).ToString();
    }

    private string LabelOf(string name)
    {
        if (!_labels.TryGetValue(name, out var label))
        {
            _labels[name] = label = Label(name);
        }

        return label;
    }

    private static string Label(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.Replace("Target", "", StringComparison.Ordinal).Replace("Subject", "", StringComparison.Ordinal).Replace("UserSid", "SecurityID", StringComparison.Ordinal).Replace("UserName", "AccountName", StringComparison.Ordinal))
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0 && char.IsAsciiLetterLower(text[^1]))
            {
                text.Append(' ');
            }

            text.Append(letter);
        }

        return text.ToString();
    }

    private static string Shown(string name, object value) => value switch
    {
        long number when name.EndsWith("LogonId", StringComparison.OrdinalIgnoreCase) || name is "ProcessId" => string.Create(CultureInfo.InvariantCulture, $"0x{number:X}"),
        long number when name is "Status" or "SubStatus" => string.Create(CultureInfo.InvariantCulture, $"0x{(uint)(int)number:X}"),
        long number => number.ToString(CultureInfo.InvariantCulture),
        "%%1833" => "Impersonation",
        "%%1842" => "Yes",
        "%%1843" => "No",
        "%%2313" => "Unknown user name or bad password.",
        _ => value.ToString() ?? "",
    };
}
