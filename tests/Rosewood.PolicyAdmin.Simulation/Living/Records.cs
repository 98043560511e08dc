using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>What the school's systems write down as the days go by.</summary>
internal sealed class Records
{
    private long _logonId = 0x3A2F1;

    public List<SignIn> SignIns { get; } = [];

    public List<WindowsEvent> Events { get; } = [];

    public long NextLogonId() => _logonId += 0x1F3D;

    /// <summary>A sign-in at the cloud; the actor is null for a machine.</summary>
    public void SignIn(long at, SimulatedAccount account, CloudApp app, SimulatedDevice device, Egress egress, Place place, SimulatedPerson? actor, int error = 0, SecondFactor factor = SecondFactor.None, SimulatedDevice? approver = null, bool? isInteractive = null) =>
        SignIns.Add(new SignIn
        {
            At = at,
            Account = account,
            App = app,
            Device = device,
            DeviceId = device.HidesDeviceId && app.ClientApp is "Browser" ? "" : device.EntraId,
            Egress = egress,
            IsInteractive = isInteractive ?? actor is not null,
            ErrorCode = error,
            SecondFactor = factor,
            Approver = approver,
            Number = SignIns.Count,
            Actor = actor,
            Place = place,
        });

    /// <summary>An event of a PC's Security log.</summary>
    public void Event(int id, long at, SimulatedDevice device, SimulatedAccount? account, Place place, SimulatedPerson? actor, int logonType = 0, long logonId = 0, string remoteAddress = "-", string remoteName = "", string machineAccount = "")
    {
        if (device.KeepsSecurityLog)
        {
            Events.Add(new WindowsEvent
            {
                Id = id,
                At = at,
                Device = device,
                Account = account,
                MachineAccount = machineAccount,
                Place = place,
                Actor = actor,
                LogonType = logonType,
                LogonId = logonId,
                RemoteAddress = remoteAddress,
                RemoteName = remoteName,
            });
        }
    }
}
