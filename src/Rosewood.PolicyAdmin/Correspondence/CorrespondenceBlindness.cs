using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Correspondence.Reading;

namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>Says what the audit of correspondence looked at, and what it could not see: silence is no proof of good order.</summary>
internal static class CorrespondenceBlindness
{
    private const int MostUnread = 5;

    /// <summary>All of it, in sentences that name nobody.</summary>
    public static IEnumerable<string> Of(CorrespondenceMaterial material, CorrespondenceSearch search, TimeZoneInfo zone, int possible, int dismissed)
    {
        yield return Looked(material, zone);
        yield return "Not seen: " + string.Join(" ", Blind(material, search, zone));
        foreach (var unread in material.Files.SelectMany(static f => f.Unread.Select(u => (f.Path, u.Place, u.Reason))).Take(MostUnread))
        {
            yield return $"Not read: {Path.GetFileName(unread.Path)}, {unread.Place}: {unread.Reason}";
        }

        if (possible > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{possible} {(possible == 1 ? "finding is" : "findings are")} only possible, and not shown. See them with -IncludePossible.");
        }

        if (dismissed > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{dismissed} {(dismissed == 1 ? "finding was" : "findings were")} held back by a dismissal. See Get-FindingSuppression.");
        }
    }

    /// <summary>The kinds for which nothing was given in which they could have been seen.</summary>
    /// <param name="material">What was read.</param>
    /// <param name="asksAboutSilence">Whether a term without official correspondence is asked about.</param>
    /// <param name="hasVisits">Whether traffic was imported.</param>
    public static IReadOnlyList<CorrespondenceKind> NotLookedFor(CorrespondenceMaterial material, bool asksAboutSilence, bool hasVisits)
    {
        var (hasTraces, hasHeaders) = (material.Picture.Rows > 0, material.Picture.Headers > 0);
        return [.. Enum.GetValues<CorrespondenceKind>().Where(kind => kind switch
        {
            CorrespondenceKind.PersonalAddress or CorrespondenceKind.SelfForward => !hasTraces && !hasHeaders,
            CorrespondenceKind.OffSystemThread => !hasHeaders,
            CorrespondenceKind.ExternalForward => material.Mailboxes.Count == 0,
            CorrespondenceKind.InboxRuleForward => !HasRead(material, MailShape.Rule),
            CorrespondenceKind.PersonalWebmail => !hasVisits,
            CorrespondenceKind.NoOfficialCorrespondence => !asksAboutSilence || (!hasTraces && !hasHeaders),
            CorrespondenceKind.PersonalNumber => material.Numbers.Looked == 0,
            _ => false,
        })];
    }

    private static bool HasRead(CorrespondenceMaterial material, MailShape shape) => material.Files.Any(f => f.Kind.StartsWith(shape.Kind, StringComparison.Ordinal));

    private static string Looked(CorrespondenceMaterial material, TimeZoneInfo zone)
    {
        if (material.Files.Count == 0)
        {
            return "Looked at the imported traffic only.";
        }

        return "Looked at " + string.Join("; ", material.Files.GroupBy(static f => f.Kind, StringComparer.Ordinal).Select(g => string.Create(
            CultureInfo.InvariantCulture,
            $"{g.Key}, {PlainText.Count(g.Sum(static f => f.Used), "record", "records")}{Span(g, zone)}"))) + ".";
    }

    private static string Span(IEnumerable<MailExportFile> files, TimeZoneInfo zone)
    {
        var timed = files.Where(static f => f.From is not null).ToList();
        return timed.Count == 0 ? "" : $" from {Day(timed.Min(static f => f.From!.Value), zone)} to {Day(timed.Max(static f => f.Until!.Value), zone)}";
    }

    /// <summary>What could not be seen.</summary>
    public static IEnumerable<string> Blind(CorrespondenceMaterial material, CorrespondenceSearch search, TimeZoneInfo zone)
    {
        yield return "Mail between private mailboxes, and messages by other private means, never pass the school and cannot be seen.";
        var malformed = material.Files.Sum(static f => f.Malformed);
        if (malformed > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{malformed:N0} {(malformed == 1 ? "record" : "records")} could not be read.");
        }

        if (material.Families.Addresses == 0)
        {
            yield return "No address of any family is recorded, so no correspondence with families can be recognised: import them with Import-FamilyContact.";
        }

        if (!material.Picture.Book.Staff.Any(static p => p.PersonalAddresses.Count > 0))
        {
            yield return "No member of staff has a personal address on the roster (PersonalAddresses): only addresses alike to names can be recognised.";
        }

        if (material.Picture.Rows == 0)
        {
            yield return "No message trace was given: who wrote to whom is not known.";
        }

        if (material.Picture.Rows > 0 && !material.Picture.TracesHaveSubjects)
        {
            yield return "The traces have no subjects (those that Sync-PolicyTenant keeps never do): automatic answers can't be told, and what has the subject of a family's conversation is not seen. The files of the admin center have them.";
        }

        foreach (var sentence in Threads(material, search, zone).Concat(Settings(material, search)).Concat(Numbers(material)))
        {
            yield return sentence;
        }
    }

    private static IEnumerable<string> Threads(CorrespondenceMaterial material, CorrespondenceSearch search, TimeZoneInfo zone)
    {
        var answers = search.Answers;
        if (material.Picture.Headers == 0)
        {
            yield return "No headers were given: what a message answers is not known, so threads that began elsewhere cannot be found, and mail sent on can be told from one's own by its subject or its rhythm only.";
        }
        else if (answers.All.Count > 0 && !answers.CanJudge)
        {
            yield return "What the school sent is not seen well enough to say which answers of families belong to it: give a message trace that begins some weeks before the headers.";
        }
        else if (answers.All.Count > 0)
        {
            var begin = new DateTimeOffset(material.Picture.FirstSent, TimeSpan.Zero) + answers.Horizon;
            yield return string.Create(CultureInfo.InvariantCulture, $"Answers of families are judged from {Day(begin, zone)} on, since earlier ones may answer what is older than the exports; of {answers.All.Count} answers {search.Threads.Unjudged} could not be judged.");
        }
    }

    private static IEnumerable<string> Settings(CorrespondenceMaterial material, CorrespondenceSearch search)
    {
        var forwards = search.Forwards;
        if (material.Mailboxes.Count == 0)
        {
            yield return "The mailboxes' own forwarding was not given (-Mailbox).";
        }

        if (!HasRead(material, MailShape.Rule))
        {
            yield return "Inbox rules were not given (-InboxRule).";
        }

        if (forwards.Unresolved > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{forwards.Unresolved} {(forwards.Unresolved == 1 ? "mailbox forwards" : "mailboxes forward")} to an entry of the directory that the export does not explain: look in Exchange whether it is outside.");
        }

        if (forwards.OfOthers > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{forwards.OfOthers} {(forwards.OfOthers == 1 ? "setting sends" : "settings send")} mail outside from mailboxes of nobody on the roster; pupils may be among them, so none is named.");
        }
    }

    private static IEnumerable<string> Numbers(CorrespondenceMaterial material)
    {
        if (!HasRead(material, MailShape.Text))
        {
            yield break;
        }

        var numbers = material.Numbers;
        yield return numbers.Looked == 0
            ? "None of the messages with a text is from a member of staff to somebody outside, so no signature was looked at: export staff's sent items."
            : $"In messages' texts, land lines that the text does not call private, pictures and attachments; {PlainText.Count(numbers.Looked, "message of staff to people outside was", "messages of staff to people outside were")} looked through for private numbers.";
        if (numbers.OfSeveral > 0)
        {
            yield return $"{PlainText.Count(numbers.OfSeveral, "number stands", "numbers stand")} in several people's messages and {(numbers.OfSeveral == 1 ? "was" : "were")} not judged: where they are the school's, name them in correspondence.schoolNumbers.";
        }

        if (numbers.OfFamilies > 0)
        {
            yield return $"{PlainText.Count(numbers.OfFamilies, "number is a family's too and was", "numbers are families' too and were")} not judged.";
        }
    }

    private static string Day(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
