using System.Globalization;
using System.Net;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What <c>Find-SocialMediaUse</c> is asked for. Names that nothing can match are faults: a misspelt one must not look like "no use".</summary>
internal sealed class VisitFilter
{
    private static readonly Verdict[] NeedEyes = [Verdict.Unexplained, Verdict.PersonalInSession];

    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _logins = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _devices = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<DeviceClass> _classes = [];
    private Verdict[]? _verdicts;

    /// <summary>Resolves the names.</summary>
    /// <exception cref="FaultException">A user, service or device that there is not.</exception>
    public static VisitFilter Of(FindSocialMediaUse request, AccessState state, CommandContext context)
    {
        var filter = new VisitFilter { _verdicts = request.All ? null : request.Verdict.Length > 0 ? request.Verdict : NeedEyes };
        foreach (var user in request.User)
        {
            filter.AddUser(user, state, context);
        }

        foreach (var service in request.Service)
        {
            filter._services.Add(state.Catalogue.Find(service)?.Name ?? throw CatalogueFaults.ServiceNotFound(service, state.Catalogue).ToException());
        }

        foreach (var device in request.Device)
        {
            filter.AddDevice(device, context);
        }

        return filter;
    }

    /// <summary>Whether a visit is asked for.</summary>
    public bool Matches(Visit visit) =>
        (_verdicts is null || _verdicts.Contains(visit.Verdict))
        && (_services.Count == 0 || _services.Contains(visit.Service))
        && (_people.Count + _logins.Count == 0 || (visit.PersonId is { } id ? _people.Contains(id) : visit.User is { } login && _logins.Contains(login)))
        && (_devices.Count + _classes.Count == 0
            || _classes.Contains(visit.DeviceClass)
            || (visit.Device is { } device && _devices.Contains(device))
            || (visit.Address is { } address && _devices.Contains(address)));

    /// <summary>A person by whatever they are called now; an account that the roster does not know as the log has it.</summary>
    private void AddUser(string typed, AccessState state, CommandContext context)
    {
        try
        {
            _people.Add(state.People.Resolve(typed, context.Now.UtcTicks).Id);
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound && context.Store.Visits.HasUser(LoginName.Normalize(typed)))
        {
            _logins.Add(LoginName.Normalize(typed));
        }
    }

    private void AddDevice(string typed, CommandContext context)
    {
        if (!int.TryParse(typed, CultureInfo.InvariantCulture, out _) && Enum.TryParse<DeviceClass>(typed, ignoreCase: true, out var named))
        {
            _classes.Add(named);
        }
        else if (typed.Contains('.', StringComparison.Ordinal) && IPAddress.TryParse(typed, out var address) || typed.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(typed, out address))
        {
            _devices.Add(address!.ToString());
        }
        else if (context.Store.Devices.Load().FindByName(typed, context.Now.UtcTicks) is { } device)
        {
            _devices.Add(device.Name);
        }
        else if (context.Store.Visits.HasDevice(typed))
        {
            _devices.Add(typed);
        }
        else
        {
            throw AccessFaults.DeviceNotFound(typed).ToException();
        }
    }
}
