using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Judged visits of several stretches of time: people, grants and devices at all times are loaded once for all of them.</summary>
/// <param name="context">The command's context.</param>
internal sealed class VisitSource(CommandContext context)
{
    private readonly Lazy<AccessState> _state = new(() => AccessStateLoader.Load(context));
    private readonly Lazy<Devices.DeviceDirectory> _devices = new(() => AccessStateLoader.LoadDevices(context));

    /// <summary>Visits that start in [from, until), as <see cref="VisitReader"/> gives them.</summary>
    public IEnumerable<Visit> Read(DateTimeOffset from, DateTimeOffset until) => VisitReader.Read(context, _state.Value, _devices.Value, from, until);
}
