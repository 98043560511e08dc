using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Feeds;

/// <summary>What a reader of feeds takes.</summary>
/// <param name="Extension">Of a target without a path.</param>
/// <param name="Comment">What starts a comment; null where the reader has none, or counts them as errors.</param>
/// <param name="MostEntries">Entries that the smallest model takes; null: no limit is published.</param>
internal sealed record FeedFormat(string Extension, string? Comment, int? MostEntries)
{
    /// <summary>The format of a feed.</summary>
    public static FeedFormat Of(EnforcementFormat? format) => format switch
    {
        // Comment lines are only documented for some of Fortinet's products; FortiOS counts lines that it can't use as errors.
        EnforcementFormat.FortiGate => new(".txt", Comment: null, MostEntries: 131_072),
        EnforcementFormat.PaloAlto => new(".txt", Comment: null, MostEntries: 50_000),

        // "One domain a line, no comments" (Sophos); lists whose reader we don't know have none either.
        EnforcementFormat.Sophos or EnforcementFormat.DomainList or EnforcementFormat.UrlList => new(".txt", Comment: null, MostEntries: null),
        EnforcementFormat.AdBlock => new(".txt", "!", MostEntries: null),
        _ => new(".txt", "#", MostEntries: null),
    };
}
