using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Finds personal web mail on school devices in the imported traffic: a person's own visits that no grant covered.</summary>
internal static class WebmailDetector
{
    /// <summary>The signs of all visits that start in [from, to).</summary>
    public static IEnumerable<Sign> Find(CommandContext context, DateTimeOffset from, DateTimeOffset to)
    {
        var state = AccessStateLoader.Load(context);
        var mail = state.Catalogue.Services.Where(static s => s.Kind == ServiceKind.WebMail).Select(static s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var visit in VisitReader.Read(context, state, AccessStateLoader.LoadDevices(context), from, to))
        {
            if (visit is { Verdict: Verdict.Unexplained, PersonId: { } person } && mail.Contains(visit.Service))
            {
                yield return new Sign(CorrespondenceKind.PersonalWebmail, person, visit.Service, CorrespondenceWeights.Webmail, "Personal web mail was used on a school device, and no grant covered it. What was written there cannot be seen.")
                {
                    UtcTicks = visit.Start.UtcTicks,
                    LastTicks = visit.End.UtcTicks,
                    Clause = visit.Clause,
                };
            }
        }
    }
}
