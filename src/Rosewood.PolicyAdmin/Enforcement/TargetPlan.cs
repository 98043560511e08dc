namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>
/// What a target should hold at an instant. It takes effect by one file, the entry, which is swapped whole. Where a target needs more
/// files, the entry refers to them by names that hold their content's digest: they are written before it and stay until nothing refers to
/// them, so that at any moment the old state or the new one is whole.
/// </summary>
/// <param name="Entry">The file whose swap is the change.</param>
internal sealed record TargetPlan(PlannedFile Entry)
{
    /// <summary>Whether nothing is written here: the entry's bytes only say what a service elsewhere should hold, and its path is a name.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Files that the entry refers to; a changed content has another name.</summary>
    public IReadOnlyList<PlannedFile> Parts { get; init; } = [];

    /// <summary>The folder whose files are all parts, so that those that nothing refers to are removed after a publication; null: none is.</summary>
    public string? PartsFolder { get; init; }

    /// <summary>
    /// The folder in which the entry has to be staged, on the same file system; null: beside its place. Chrome, Chromium and Edge read every
    /// file of their managed folder, whatever its name, and the last one counts.
    /// </summary>
    public string? StagingFolder { get; init; }

    /// <summary>Files of others that undo the entry though it is as planned; the target is not in step while they are there.</summary>
    public IReadOnlyList<string> OverriddenBy { get; init; } = [];

    /// <summary>Whom the target lets through, by the decision.</summary>
    public IReadOnlyList<Opening> Openings { get; init; } = [];

    /// <summary>Openings that the target can't make without letting others in; made only with <c>-Force</c>.</summary>
    public IReadOnlyList<Widening> Widenings { get; init; } = [];

    /// <summary>What the target can't express, in sentences for the technician.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When the plan becomes another one by itself; null: never, or the target holds the times itself.</summary>
    public DateTimeOffset? NextChange { get; init; }
}

/// <summary>A file of a plan.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Content">Its bytes: the same facts give the same bytes; no time of writing in it.</param>
internal sealed record PlannedFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>Someone whom a target lets through.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="GrantId">By which grant; null: the standing authorisation (USE-3).</param>
/// <param name="What">What is opened and how, such as <c>10.20.1.15 (PC-07)</c>.</param>
internal sealed record Opening(string PersonId, string? GrantId, string What);

/// <summary>An opening that would give more than was granted: let others in too, or open more to the person.</summary>
/// <param name="PersonId">For whom.</param>
/// <param name="GrantId">By which grant, or null.</param>
/// <param name="What">What would be opened.</param>
/// <param name="WhoElse">Who else would gain, in words: <c>everyone who uses PC-07</c>.</param>
/// <param name="Made">Whether it is in the plan all the same (<c>-Force</c>).</param>
internal sealed record Widening(string PersonId, string? GrantId, string What, string WhoElse, bool Made)
{
    /// <summary>What the person alone would gain beyond the grant, in words: <c>Instagram on School</c>; null: others would gain.</summary>
    public string? Beyond { get; init; }

    /// <summary>Whether <c>-Force</c> would make it.</summary>
    public bool CanBeForced { get; init; } = true;

    /// <summary>What making it would do, as a clause.</summary>
    public string Consequence => Beyond is null ? $"{What} would also let in {WhoElse}" : $"{What} would also open {Beyond}, which was not granted";
}
