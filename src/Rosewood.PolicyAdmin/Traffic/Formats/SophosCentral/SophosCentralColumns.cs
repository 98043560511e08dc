using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SophosCentral;

/// <summary>Which column of an export holds what; −1: none.</summary>
internal sealed class SophosCentralColumns
{
    /// <param name="header">The names.</param>
    public SophosCentralColumns(ColumnHeader header)
    {
        Count = header.Count;
        Time = header.Find("When", "Event time", "Log occurred time", "Time", "Date", "Timestamp", "Date time");
        Event = header.Find("Event", "Event description", "Description", "Name");
        User = header.Find("User", "User name", "Username", "Log user", "Src user");
        Device = header.Find("Device", "Device name", "Computer", "Endpoint", "Hostname");
        Source = header.Find("Source IP", "Src IP", "IP address", "Client IP");
        Destination = header.Find("Destination IP", "Dst IP");
        Outcome = header.Find("Log subtype", "Subtype", "Action");
        Component = header.Find("Log component");
        Url = header.Find("URL", "Web URL");
        Domain = header.Find("Domain", "Domain name", "Site");
        Category = header.Find("Category", "Web category", "HTTP category");
        Application = header.Find("Application", "App name", "Application name");
        Bytes = header.Find("Bytes received", "Received bytes", "Bytes in");
    }

    public int Count { get; }

    public int Time { get; }

    public int Event { get; }

    public int User { get; }

    public int Device { get; }

    public int Source { get; }

    public int Destination { get; }

    public int Outcome { get; }

    public int Component { get; }

    public int Url { get; }

    public int Domain { get; }

    public int Category { get; }

    public int Application { get; }

    public int Bytes { get; }

    /// <summary>Whether the columns are those of firewall reporting, which has the firewall's own words.</summary>
    public bool IsFirewall => Component >= 0 && Outcome >= 0 && (Url >= 0 || Domain >= 0);

    /// <summary>Whether they are those of the events report or of firewall reporting.</summary>
    public bool AreOurs => Time >= 0 && (IsFirewall || (Component < 0 && Event >= 0 && Device >= 0 && User >= 0 && Url < 0 && Domain < 0));
}
