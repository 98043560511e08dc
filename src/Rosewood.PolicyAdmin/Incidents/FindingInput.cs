using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>Reads from what a pipeline brought which finding it is, and what of it an incident may keep.</summary>
internal static class FindingInput
{
    private const int LongestPart = 80;
    private const int LongestId = 200;

    /// <summary>The finding; null where a person typed the incident by hand.</summary>
    public static IncidentFinding? Read(NewPolicyIncident request, TimeZoneInfo zone)
    {
        if (KindOf(request) is not { } kind)
        {
            return null;
        }

        var type = TypeOf(kind, request.Type).ToString();
        string?[] parts = kind switch
        {
            IncidentFindingKind.SocialMediaUse => [.. request.Service, .. request.Device],
            IncidentFindingKind.ProhibitedContentAccess => [type, .. request.Device],
            IncidentFindingKind.SharedCredentialUse => [],
            _ => [request.Kind, Correspondent(request.Correspondent)],
        };
        var id = PlainText.Shorten(PlainText.Clean(request.MessageId ?? ""), LongestId);
        return new IncidentFinding(
            kind,
            string.Join(", ", parts.OfType<string>().Select(Part).Where(static p => p.Length > 0)),
            id.Length > 0 ? id : null,
            request.Occurred?.ToStart(zone).ToUniversalTime(),
            request.OccurredUntil?.ToEnd(zone).ToUniversalTime());
    }

    /// <summary>The type of an incident from a finding.</summary>
    public static IncidentType? TypeOf(IncidentFindingKind? kind, IncidentType? given) => given ?? kind switch
    {
        IncidentFindingKind.SocialMediaUse => IncidentType.UnauthorisedUse,
        IncidentFindingKind.SharedCredentialUse => IncidentType.LoginMisuse,
        IncidentFindingKind.UnofficialCorrespondence => IncidentType.UnofficialCorrespondence,
        IncidentFindingKind.TextMessageMisuse => IncidentType.TextMessageMisuse,
        _ => null,
    };

    /// <summary>A finding in a sentence, for an incident without a person's own.</summary>
    public static string Summary(IncidentFinding finding, NewPolicyIncident request)
    {
        var what = finding.Kind switch
        {
            IncidentFindingKind.SocialMediaUse => $"Social media: {finding.Detail}; {Part(request.Verdict)}",
            IncidentFindingKind.ProhibitedContentAccess => $"The filter's category {string.Join(", ", request.Category.Select(Part))}: {finding.Detail}",
            IncidentFindingKind.SharedCredentialUse => $"A login that seems to be shared ({Part(request.Verdict)})",
            IncidentFindingKind.UnofficialCorrespondence => $"Correspondence past the school's systems: {finding.Detail}",
            _ => $"Texts to families: {finding.Detail}",
        };
        return PlainText.Shorten($"{what}. It is where to look, and no proof.", 400);
    }

    /// <summary>Whether a visit's verdict is one that needs a person's eyes.</summary>
    public static bool IsToLookAt(string? verdict) =>
        Enum.TryParse<Verdict>(verdict, ignoreCase: true, out var read) && read is (Verdict.Unexplained or Verdict.PersonalInSession or Verdict.BlockedAttempt);

    private static IncidentFindingKind? KindOf(NewPolicyIncident request)
    {
        if (Enum.TryParse<CorrespondenceKind>(request.Kind, ignoreCase: true, out _))
        {
            return IncidentFindingKind.UnofficialCorrespondence;
        }

        if (Enum.TryParse<TextMessageMisuseKind>(request.Kind, ignoreCase: true, out _))
        {
            return IncidentFindingKind.TextMessageMisuse;
        }

        return Enum.TryParse<SharedCredentialVerdict>(request.Verdict, ignoreCase: true, out _) ? IncidentFindingKind.SharedCredentialUse
            : Enum.TryParse<Verdict>(request.Verdict, ignoreCase: true, out _) ? IncidentFindingKind.SocialMediaUse
            : request.Category.Length > 0 ? IncidentFindingKind.ProhibitedContentAccess
            : null;
    }

    /// <summary>A family by the school's id, a service by its name; of an address only the provider, which tells one way from another.</summary>
    private static string? Correspondent(string? correspondent) => correspondent is null || correspondent.StartsWith("family:", StringComparison.Ordinal)
        ? correspondent
        : correspondent.LastIndexOf('@') is >= 0 and var at ? "at " + correspondent[(at + 1)..].Replace('.', ' ') : correspondent;

    private static string Part(string? text)
    {
        var clean = PlainText.Clean(text ?? "");
        return PlainText.FindHidden(clean) is not null || IncidentText.FindAddress(clean) is not null ? "" : PlainText.Shorten(clean, LongestPart);
    }
}
