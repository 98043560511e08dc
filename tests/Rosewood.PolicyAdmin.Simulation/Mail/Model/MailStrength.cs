namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>How often it happens. Rules and forwarding have what they carry by it: one day, one family, the families, everything.</summary>
public enum MailStrength
{
    /// <summary>On one day. A rule or forwarding of one day is gone when the files are written.</summary>
    Once,

    /// <summary>On one day in about fifteen school days.</summary>
    Occasional,

    /// <summary>On one to three days a week.</summary>
    Regular,

    /// <summary>On most school days.</summary>
    Habitual,
}
