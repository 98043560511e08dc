using System.Globalization;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Detection;

/// <summary>Where an address of a scripted sign-in is, as Entra would guess it.</summary>
internal sealed record SignInPlace(string Ip, string Country, string City, double North, double East)
{
    /// <summary>The school's one public address.</summary>
    public static SignInPlace School { get; } = new("203.0.113.10", "GB", "Rosewood", 52.40, -1.50);

    /// <summary>Where the school's VPN comes out.</summary>
    public static SignInPlace Vpn { get; } = new("203.0.113.11", "GB", "Rosewood", 52.40, -1.50);

    /// <summary>A cloud proxy, which Entra places in London.</summary>
    public static SignInPlace Proxy { get; } = new("198.51.100.17", "GB", "London", 51.51, -0.13);

    /// <summary>Far away.</summary>
    public static SignInPlace Abroad { get; } = new("185.220.101.4", "RU", "Moscow", 55.75, 37.62);

    /// <summary>The home of a person, told by the first letter of the name: every home has a block of its own.</summary>
    public static SignInPlace Home(string who)
    {
        var n = who[0] - 'a';
        return new SignInPlace(string.Create(CultureInfo.InvariantCulture, $"81.{n + 1}.20.7"), "GB", "Coventry", 52.41 + (n * 0.001), -1.52);
    }

    /// <summary>The same home by IPv6, with the address of a day and hour that privacy extensions make.</summary>
    public static SignInPlace HomeV6(string who, int privacy)
    {
        var n = who[0] - 'a';
        return new SignInPlace(string.Create(CultureInfo.InvariantCulture, $"2a00:23c5:{n + 1:x}:1:{privacy + 1:x}:5a2:77:{(privacy * 31) + 9:x}"), "GB", "Leicester", 52.63, -1.13);
    }

    /// <summary>One of a mobile carrier's addresses: the number moves both the network and the town.</summary>
    public static SignInPlace Carrier(int n) =>
        new(string.Create(CultureInfo.InvariantCulture, $"92.40.{(n * 37) % 250}.{1 + (n % 200)}"), "GB", n % 2 == 0 ? "Slough" : "Glasgow", n % 2 == 0 ? 51.51 : 55.86, n % 2 == 0 ? -0.59 : -4.25);
}
