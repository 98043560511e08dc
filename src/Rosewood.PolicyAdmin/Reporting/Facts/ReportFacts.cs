namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>What the registers, reviews and records say about the period: found and decided elsewhere. Null: the audience sees none of it, or it was not looked for.</summary>
internal sealed record ReportFacts
{
    /// <summary>Nothing.</summary>
    public static ReportFacts None { get; } = new();

    /// <summary>Correspondence past the school's systems (COM-1, COM-4).</summary>
    public CorrespondenceFacts? Correspondence { get; init; }

    /// <summary>Texts to families (COM-3).</summary>
    public TextFacts? Texts { get; init; }

    /// <summary>Declared relationships and agreed contacts (REL-1, REL-2).</summary>
    public DeclarationFacts? Declarations { get; init; }

    /// <summary>Incidents, concerns and acknowledgements as counts (MIS-1, SAF-1, TRN-1).</summary>
    public RegisterFacts? Registers { get; init; }

    /// <summary>Content that the filter put into a category of the policy's (MIS-2).</summary>
    public ContentFacts? Content { get; init; }

    /// <summary>The targets of the block (USE-1).</summary>
    public IReadOnlyList<BlockingFact> Blocking { get; init; } = [];

    /// <summary>What the store holds, by class.</summary>
    public IReadOnlyList<ProcessingFact> Processing { get; init; } = [];

    /// <summary>Who read a sensitive register in the period.</summary>
    public IReadOnlyList<RegisterRead> Reads { get; init; } = [];
}
