using System.IO.Enumeration;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>Shows the inventory of devices, as it stands or as it stood at a moment.</summary>
/// <example><code>Get-PolicyDevice -Class SchoolMobile</code>The school's mobiles.</example>
/// <example><code>Get-PolicyDevice -Name 'OFFICE-*' -At 2026-09-02</code>Some computers as the inventory had them on a day.</example>
public sealed class GetPolicyDevice : PolicyRequest
{
    /// <summary>Names, or patterns with <c>*</c> and <c>?</c>; every device when left out.</summary>
    public string[] Name { get; set; } = [];

    /// <summary>Only devices of these classes.</summary>
    public DeviceClass[] Class { get; set; } = [];

    /// <summary>The moment; now when left out.</summary>
    public TimeInput? At { get; set; }
}

internal sealed class GetPolicyDeviceHandler : CommandHandler<GetPolicyDevice>
{
    public override Task HandleAsync(GetPolicyDevice request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var at = (request.At?.ToStart(context.Workspace.Zone) ?? context.Now).UtcTicks;
        var history = context.Store.Devices.Load();
        var devices = history.All(at);
        foreach (var name in request.Name.Where(n => !n.AsSpan().ContainsAny('*', '?')))
        {
            if (history.FindByName(name, at) is null)
            {
                throw new Fault("DeviceNotFound", FaultKind.NotFound, name, $"No device in the inventory is called '{PlainText.Shorten(name)}'. List them with Get-PolicyDevice, or import them with Import-PolicyDevice.").ToException();
            }
        }

        foreach (var device in devices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((request.Class.Length == 0 || request.Class.Contains(device.Class)) && (request.Name.Length == 0 || request.Name.Any(n => Fits(device, n, history, at))))
            {
                sink.Write(device);
            }
        }

        return Task.CompletedTask;
    }

    private static bool Fits(Device device, string name, DeviceHistory history, long at) => name.AsSpan().ContainsAny('*', '?')
        ? FileSystemName.MatchesSimpleExpression(name, device.Name)
        : history.FindByName(name, at) is { } found && string.Equals(found.Id, device.Id, StringComparison.Ordinal);
}
