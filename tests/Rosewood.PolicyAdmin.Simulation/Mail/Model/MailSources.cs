namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>What a school hands over of its mail. The registers come always.</summary>
[Flags]
public enum MailSources
{
    /// <summary>The registers only.</summary>
    None = 0,

    /// <summary><c>trace.json</c>.</summary>
    Trace = 1,

    /// <summary><c>headers.json</c>.</summary>
    Headers = 2,

    /// <summary><c>inboxrules.json</c>.</summary>
    Rules = 4,

    /// <summary><c>mailboxes.csv</c>.</summary>
    Mailboxes = 8,

    /// <summary>Everything.</summary>
    All = Trace | Headers | Rules | Mailboxes,
}
