namespace Rosewood.PolicyAdmin.Correspondence.Signatures;

/// <summary>By what a number in a message shows as its writer's; the surest last.</summary>
internal enum OwnershipSign
{
    /// <summary>It stands below a closing such as "Kind regards".</summary>
    Closing,

    /// <summary>It stands beside the writer's name, as in a signature.</summary>
    Signature,

    /// <summary>The text says so: "my mobile is", "text me on".</summary>
    Said,
}
