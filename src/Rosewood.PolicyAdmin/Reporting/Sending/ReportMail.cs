namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>A report that was given to the mail service, or was about to be: what <c>Send-PolicyComplianceReport</c> gives.</summary>
/// <param name="Id">Its id in the outbox, <c>M-0001</c>.</param>
/// <param name="State">What is known about it.</param>
/// <param name="At">When it was begun, in the school's local time.</param>
/// <param name="File">The report's file name.</param>
/// <param name="Digest">SHA-256 of what is sent, hexadecimal.</param>
/// <param name="Sender">The mailbox that it is sent from.</param>
/// <param name="Recipients">Mail addresses, lower case, in order.</param>
/// <param name="Detail">What the service said, or what a person has to do; empty: nothing.</param>
public sealed record ReportMail(string Id, ReportMailState State, DateTimeOffset At, string File, string Digest, string Sender, IReadOnlyList<string> Recipients, string Detail)
{
    /// <summary>By what the mail can be found again among those sent.</summary>
    internal string Mark => $"{Id}-{Digest[..16]}";
}

/// <summary>What is known about a report that was sent.</summary>
public enum ReportMailState
{
    /// <summary>The request is on its way; one that stays so was interrupted, and counts as <see cref="Unknown"/>.</summary>
    Sending,

    /// <summary>The service has taken it. That is no proof that it was delivered.</summary>
    Accepted,

    /// <summary>The service has surely not taken it.</summary>
    Failed,

    /// <summary>The answer was lost: it may have been taken or not.</summary>
    Unknown,
}
