namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>A network that the school knows.</summary>
/// <param name="Cidr">The range.</param>
/// <param name="Class">School, SchoolMobile, Personal, Guest, Server, Vpn or Proxy.</param>
/// <param name="Name">What it is.</param>
public sealed record NetworkRange(string Cidr, string Class, string Name)
{
    /// <summary>What every school of this simulation has.</summary>
    public static IReadOnlyList<NetworkRange> All { get; } =
    [
        new("203.0.113.10/32", "School", "The school's public address; everything inside comes out here"),
        new("10.20.0.0/16", "School", "School computers"),
        new("10.20.9.0/24", "Server", "Server room"),
        new("10.30.0.0/16", "Personal", "Staff Wi-Fi"),
        new("10.40.0.0/24", "SchoolMobile", "School mobiles"),
        new("10.50.0.0/24", "Guest", "Guest Wi-Fi"),
        new("10.60.0.0/24", "Vpn", "School laptops at home"),
        new("203.0.113.11/32", "Vpn", "Where the VPN comes out"),
        new("198.51.100.16/28", "Proxy", "The cloud proxy"),
    ];
}
