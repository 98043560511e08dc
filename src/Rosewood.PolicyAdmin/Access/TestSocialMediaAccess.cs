using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Tells whether a person may reach a host, on a device, at a moment, and why.</summary>
/// <example><code>Test-SocialMediaAccess -User deputy -HostName facebook.com -Device SchoolMobile</code>The deputy on a school mobile.</example>
/// <example><code>Test-SocialMediaAccess -User 'Nell Ames' -Uri https://x.com/rosewood -Address 10.20.1.15 -At 2026-11-12T10:30</code>A person at a past moment, the device known by its address.</example>
public sealed class TestSocialMediaAccess : PolicyRequest
{
    /// <summary>Who: login name, UPN, full name or role.</summary>
    public string User { get; set; } = "";

    /// <summary>The address of a page; its host counts.</summary>
    public string? Uri { get; set; }

    /// <summary>The host, or a whole address of which the host counts.</summary>
    public string? HostName { get; set; }

    /// <summary>A device class or an inventory name. Default: unknown, which counts as a school device.</summary>
    public string? Device { get; set; }

    /// <summary>The device's IP address, looked up in inventory and networks.</summary>
    public string? Address { get; set; }

    /// <summary>The moment, school local time. Default: now.</summary>
    public TimeInput? At { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (string.IsNullOrWhiteSpace(User))
        {
            throw AccessFaults.NoUser().ToException();
        }

        if (string.IsNullOrWhiteSpace(Uri) == string.IsNullOrWhiteSpace(HostName))
        {
            throw new Fault("TestTargetMissing", FaultKind.InvalidArgument, "HostName", "Give one of -HostName and -Uri.").ToException();
        }

        if (!string.IsNullOrWhiteSpace(Address) && !NetworkAddress.TryParse(Address.AsSpan().Trim(), out _))
        {
            throw AccessFaults.AddressInvalid(Address).ToException();
        }
    }
}

internal sealed class TestSocialMediaAccessHandler : CommandHandler<TestSocialMediaAccess>
{
    public override Task HandleAsync(TestSocialMediaAccess request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var at = request.At?.ToStart(context.Workspace.Zone) ?? context.Now;
        var state = AccessStateLoader.Load(context);
        var person = state.People.Resolve(request.User, at.UtcTicks);
        var host = string.IsNullOrWhiteSpace(request.HostName) ? HostOf(request.Uri!) : HostName.Parse(request.HostName);
        var match = state.Catalogue.Match(host);
        var device = FindDevice(request, context, at);
        var decision = state.Decide(new AccessQuery(person.UserPrincipalName, device.Class, device.Name, match, at.UtcTicks));
        sink.Write(new AccessTest(
            decision.Allowed,
            decision.Verdict,
            decision.Reason,
            decision.Clause,
            decision.GrantId,
            match.Found ? state.Catalogue.Services[match.ServiceIndex].Name : null,
            device.Class,
            Explain(decision, device.Class),
            PersonNames.Show(state.People, person, at.UtcTicks),
            host,
            TimeZoneInfo.ConvertTime(at, context.Workspace.Zone)));
        return Task.CompletedTask;
    }

    private static string Explain(AccessDecision decision, DeviceClass deviceClass)
    {
        var rule = deviceClass is DeviceClass.Unknown or DeviceClass.Server or DeviceClass.Vpn or DeviceClass.Proxy && decision.Verdict != Verdict.NotInScope
            ? $" A device of class {deviceClass} counts as a school device."
            : "";
        var grant = decision.GrantId is null ? "" : $" ({decision.GrantId})";
        return $"{(decision.Allowed ? "Allowed" : "Blocked")}{grant}: {Explanations.Of(decision.Reason)}{rule}";
    }

    private static string HostOf(string uri)
    {
        var text = uri.Contains("://", StringComparison.Ordinal) ? uri : "https://" + uri;
        return System.Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0
            ? parsed.IdnHost
            : throw new Fault("UriInvalid", FaultKind.InvalidArgument, uri, $"'{uri}' is no web address. Write it as https://host/path, or give -HostName.").ToException();
    }

    private static DeviceMatch FindDevice(TestSocialMediaAccess request, CommandContext context, DateTimeOffset at)
    {
        // As a log's line would be: the device's name first, then its address.
        var devices = AccessStateLoader.LoadDevices(context);
        if (string.IsNullOrWhiteSpace(request.Device))
        {
            return devices.Resolve(request.Address?.Trim(), deviceText: null, at.UtcTicks);
        }

        var named = devices.Resolve(address: null, request.Device.Trim(), at.UtcTicks);
        if (named.Class != DeviceClass.Unknown)
        {
            return named;
        }

        return GrantDevices.ClassOf(request.Device) is { } deviceClass
            ? new(deviceClass, Name: null, AssignedUser: null)
            : throw AccessFaults.DeviceNotFound(request.Device).ToException();
    }
}
