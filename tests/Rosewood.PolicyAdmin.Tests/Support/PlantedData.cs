using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Correspondence.Reviews;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.Governance.Pages;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Registers.Rulings;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.SignIns;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>Puts a record about a person into every class of data, each with a mark that can be looked for in what is left or handed out.</summary>
internal static class PlantedData
{
    /// <summary>Plants as of the workspace's clock. The mark is letters and digits alone.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="user">Whom it is about.</param>
    /// <param name="mark">What to look for: each class has it with its own ending.</param>
    public static void Plant(TempWorkspace workspace, string user, string mark)
    {
        var at = workspace.Clock.Now.ToUniversalTime();
        var person = workspace.As(user).Person!;
        var store = workspace.Store;
        using (var change = workspace.Context("Test-Nothing", workspace.As("h.teach")).BeginChange())
        {
            Findings(store, change, person, mark, at);
            Registers(store, change, person, mark, at);
            MoreRegisters(store, change, person, mark, at);
            Traffic(store, person, mark, at);
            change.Audit("GOV-1", $"{mark}Subject {person.Id}", before: null, new { Note = mark + "Value" });
            change.Commit();
        }

        Tenant(workspace, person, mark, at);
        Reports(workspace, person, mark, at);
    }

    /// <summary>A report for each audience, facts for a DPIA, and a pack: each under the name that it really gets.</summary>
    private static void Reports(TempWorkspace workspace, Person person, string mark, DateTimeOffset at)
    {
        Directory.CreateDirectory(workspace.Workspace.Paths.Reports);
        foreach (var name in (string[])["compliance-", "compliance-dsl-", "compliance-dpo-", "compliance-governors-"])
        {
            Write($"{name}{at:yyyy-MM-dd}--{at:yyyy-MM-dd}-{mark}Report.html");
        }

        Write($"dpia-facts-{at:yyyy-MM-dd}-{mark}Facts.html");
        Write($"inspection-pack-{at:yyyy-MM-dd}-{mark}Pack.zip");

        void Write(string name)
        {
            var report = Path.Combine(workspace.Workspace.Paths.Reports, name);
            File.WriteAllText(report, $"<p>{person.DisplayName} {mark}Page</p>");
            File.SetLastWriteTimeUtc(report, at.UtcDateTime);
        }
    }

    private static void Findings(PolicyStore store, StoreChange change, Person person, string mark, DateTimeOffset at)
    {
        var finding = SampleFindings.Content().Findings[0] with
        {
            Account = person.DisplayName,
            SubjectId = person.Id,
            Devices = [],
            Timeline = [],
            InnocentExplanations = [],
            Evidence = [new SharedCredentialEvidence(SignInEvidenceKind.Overlap, 1, 1, 1, mark + "SignIn")],
        };
        store.SignInReviews.Add(change, new SignInReview("", at, change.Origin.OperatorId, SampleFindings.Content() with { Findings = [finding] }, Shared: 1, Possible: 0));
        var mail = new CorrespondenceReviewFinding(CorrespondenceKind.PersonalAddress, at, at, 1, $"family:F-{mark}", 0.9, "COM-1", mark + "Mail") { PersonId = person.Id };
        store.CorrespondenceReviews.Add(change, new CorrespondenceReview("", at, change.Origin.OperatorId, new CorrespondenceReviewContent { Sources = [], Kinds = new Dictionary<CorrespondenceKind, int>() }, [mail]));
        store.Suppressions.Add(change, new SuppressionFact(store.Suppressions.NextId(change), FindingKind.SharedCredentialUse, person.Id, Login: null, [], mark + "Dismissal", AuthoriserId: null, change.Origin.OperatorId, at, at.AddDays(1)));
        store.Absences.Add(change, person.Id, at.UtcTicks, at.AddHours(1).UtcTicks);
    }

    private static void Registers(PolicyStore store, StoreChange change, Person person, string mark, DateTimeOffset at)
    {
        store.Grants.Add(change, new GrantFact(store.Grants.NextId(change), person.Id, ["Facebook"], [DeviceClass.School], [], at, at.AddHours(1), mark + "Grant", change.Origin.OperatorId, change.Origin.OperatorId, at, Reference: null, RequiresConfirmation: false));
        foreach (var kind in Enum.GetValues<FamilyLinkKind>())
        {
            store.FamilyLinks.Add(change, new FamilyLinkFact
            {
                Id = store.FamilyLinks.NextId(change, kind),
                Kind = kind,
                PersonId = person.Id,
                FamilyId = $"F-{mark}",
                From = at,
                Until = at.AddDays(1),
                Text = mark + kind,
                LeaderId = change.Origin.OperatorId,
                RecordedBy = change.Origin.OperatorId,
                RecordedAt = at,
            });
        }

        store.FamilyContacts.Add(change, new HashedContact($"F-{mark}", "Mother", new ContactHash(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(mark))), Phone: null));
        store.TextMessages.Add(change, "key", [new TextMessage(new ContactHash(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(mark + "text"))), at.UtcTicks, person.Id, "", IsBySurname: false, Number: null, [$"F-{mark}"], IsReceived: false, mark + "Text", 1)]);
        var device = store.Devices.Append(change, new DeviceVersion(at.UtcTicks, new Device("", mark + "Device", DeviceClass.School, [], Mac: null, SerialNumber: null, person.UserPrincipalName), Removed: false));
        store.Devices.Append(change, new DeviceVersion(at.AddSeconds(1).UtcTicks, device, Removed: true));
        var proposal = store.People.Propose(change, new RoleChange("", person.Id, RoleSet.None, RoleSet.None, [mark + "login"], change.Origin.OperatorId, at));
        store.People.Decide(change, proposal.Id, PolicyChangeStatus.Refused);
        store.Enforcement.Add(change, new BlockTest("", at, "Hana Teach", "proxy", "PC-07", person.LoginNames[0], "wired", "Facebook", "facebook.com", "Blocked", mark + "Test", BlockTestOutcome.Passed, Action: null));
        store.ReportMails.Add(change, new ReportMail("", ReportMailState.Accepted, at, mark + "File.html", "00", "school@rosewood.example", [person.UserPrincipalName], ""));
        store.FilteringReviews.Add(change, new FilteringReviewFact(store.FilteringReviews.NextId(change), at, [person.Id], mark + "Review", [], AcceptedById: null, DateOnly.FromDateTime(at.DateTime), change.Origin.OperatorId, at));
    }

    private static void MoreRegisters(PolicyStore store, StoreChange change, Person person, string mark, DateTimeOffset at)
    {
        var (day, by) = (DateOnly.FromDateTime(at.DateTime), change.Origin.OperatorId);
        store.Acknowledgements.Add(change, new AcknowledgementFact { Id = store.Acknowledgements.NextId(change), PersonId = person.Id, Date = day, Version = mark + "Version", Statements = [AcknowledgedStatement.PolicyRead], RecordedBy = by, RecordedAt = at });
        store.Recruitment.Add(change, Interview(mark + "Post", "Somebody", RecruitmentOutcome.Appointed) with { PersonId = person.Id });
        store.Recruitment.Add(change, Interview("Cook", mark + "Candidate", RecruitmentOutcome.Unsuccessful));
        store.Rulings.Add(change, new SltRulingFact { Id = store.Rulings.NextId(change), Subject = "Letters", Ruling = RulingKind.Permitted, System = "letters", From = at, Until = at.AddDays(1), Reason = mark + "Ruling", LeaderId = person.Id, RecordedBy = by, RecordedAt = at });
        var incident = store.Incidents.NextId(change);
        store.Incidents.Add(change, new IncidentFact { Id = incident, Type = IncidentType.Gambling, Misuse = MisuseKind.Content, Nature = MisuseNature.Commercial, Severity = IncidentSeverity.Minor, PersonIds = [person.Id], Summary = mark + "Incident", Clause = "MIS-2", OpenedBy = by, OpenedAt = at, Salt = "AAAA" });
        store.Incidents.Add(change, new IncidentUpdateFact { IncidentId = incident, Status = IncidentStatus.Closed, Outcome = IncidentOutcome.NoMisuse, Reason = mark + "Closing", By = by, At = at, Salt = "AAAA" });
        store.Concerns.Add(change, new SealedConcern(store.Concerns.NextId(change, isForLead: true), at, System.Text.Encoding.UTF8.GetBytes(mark + "Concern"), new Dictionary<string, byte[]>(StringComparer.Ordinal)));
        store.ReportSchedules.Set(change, new ReportRun(mark, at.AddDays(-7), at, at, ReportRunState.Kept, mark + "Run", ""));

        RecruitmentFact Interview(string post, string candidate, RecruitmentOutcome outcome) => new()
        {
            Id = store.Recruitment.NextId(change),
            Candidate = candidate,
            Post = post,
            InterviewDate = day,
            Outcome = outcome,
            OutcomeDate = day,
            RecordedBy = by,
            RecordedAt = at,
        };
    }

    private static void Traffic(PolicyStore store, Person person, string mark, DateTimeOffset at)
    {
        store.Execute(
            "INSERT INTO visit (user, address, device, service, start_at, end_at, last_start, hits, bytes, person_allowed, person_blocked, media, embedded, outside_referrer, background, shared, smallest_hit, largest_hit, gap_squares) "
            + "VALUES ($user, NULL, $device, 'Facebook', $at, $at, $at, 5, 100, 5, 0, 0, 0, 0, 0, 0, 1, 50, 0)",
            ("$user", person.LoginNames[0]),
            ("$device", mark + "Visit"),
            ("$at", at.UtcTicks));
        store.Execute("INSERT INTO log_source (path, format, head_length, head_hash, offset, tail_hash, lines, matched, malformed, last_at, read_at) VALUES ($path, 'squid', 1, x'00', 1, x'00', 1, 1, 0, $at, $at)", ("$path", mark + "Log"), ("$at", at.UtcTicks));
        store.Execute(
            "INSERT INTO content_access (source, slot, user, address, device, type, category, host, first_at, last_at, allowed, blocked) "
            + "VALUES ((SELECT max(id) FROM log_source), $slot, $user, '', '', 'Gambling', $category, 'bet.example', $seconds, $seconds, 1, 0)",
            ("$slot", at.ToUnixTimeSeconds() / 600),
            ("$user", person.LoginNames[0]),
            ("$category", mark + "Content"),
            ("$seconds", at.ToUnixTimeSeconds()));
        store.Execute("INSERT INTO log_slot VALUES ((SELECT max(id) FROM log_source), $slot, 1, 0, 0, 0, 0, 0, 0, 0)", ("$slot", at.ToUnixTimeSeconds() / 600));
    }

    private static void Tenant(TempWorkspace workspace, Person person, string mark, DateTimeOffset at)
    {
        var slices = new TenantSlices(new TenantPaths(workspace.Workspace.Paths));
        var day = new DateTimeOffset(at.UtcDateTime.Date.AddDays(person.Id[^1]), TimeSpan.Zero);
        using var slice = slices.Create(TenantSource.SignIns, day, day.AddDays(1), day.AddDays(1));
        slice.Add(mark, System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{mark}}Sealed","userPrincipalName":"{{person.UserPrincipalName}}","peer":"someone.else@elsewhere.example"}"""));
        slice.Commit();
    }
}
