namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>How an acknowledgement stands.</summary>
public enum AcknowledgementStatus
{
    /// <summary>It counts.</summary>
    Current,

    /// <summary>It is older than the school lets it be.</summary>
    Expired,

    /// <summary>It is of an older version of the policy.</summary>
    OlderVersion,

    /// <summary>There is none.</summary>
    Never,
}
