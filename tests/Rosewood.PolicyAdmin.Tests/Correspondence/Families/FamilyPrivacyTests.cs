using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Tests.Support;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Families;

/// <summary>
/// After an import, all searches, the registers and a report of every form no byte of the workspace, and nothing that was shown, holds a
/// family's address or number, or what a message was about.
/// </summary>
public sealed class FamilyPrivacyTests
{
    private static readonly string[] Secrets = ["mother.one", "father.one", "two.parent", "900123", "900124", "motherone", "sekret"];

    [Fact]
    public async Task No_file_of_the_workspace_and_no_output_holds_a_familys_address()
    {
        using var school = await OpenAsync();
        school.Ordinary()
            .Sent("2026-11-03T10:00:00Z", DanielOwn, "m1@x.example", Mother, Two)
            .Sent("2026-11-03T10:00:00Z", Marta, "m2@x.example", Father, DanielOwn)
            .Row("2026-11-04T10:00:00Z", DanielOwn, Two, "m3@x.example", subject: "sekret of Tom")
            .Row("2026-11-04T10:00:00Z", DanielOwn, Marta, "m3@x.example", subject: "sekret of Tom");
        var rules = $$"""[{"MailboxOwnerId":"{{Daniel}}","Enabled":true,"ForwardTo":["{{Mother}}"]}]""";
        var found = await school.RunAsync(possible: true, rules: rules);
        found.Of<UnofficialCorrespondence>().Count().ShouldBeGreaterThanOrEqualTo(3);
        var sinks = new List<RecordingSink> { found, await school.Workspace.RunAsync(new MeasureOfficialCorrespondence { MessageTrace = [Path.Combine(school.Workspace.Folder, "trace.csv")] }) };

        // What the test itself put beside the store is the school's own export.
        foreach (var export in new[] { "trace.csv", "headers.json", "rules.json" })
        {
            File.Delete(Path.Combine(school.Workspace.Folder, export));
        }

        school.Workspace.Clock.Now = school.Workspace.Clock.Now.AddDays(14);
        foreach (var request in Readers())
        {
            sinks.Add(await school.Workspace.RunAsync(request));
            (sinks[^1].Outputs.Count > 0).ShouldBeTrue(request.GetType().Name);
        }

        Leaks.In(sinks, Secrets).ShouldBeEmpty();
        var names = Directory.EnumerateFiles(school.Workspace.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).ToList();
        names.ShouldContain(f => string.Equals(f, "store.db-wal", StringComparison.Ordinal));
        foreach (var form in new[] { ".html", ".csv", ".json" })
        {
            names.ShouldContain(f => f.EndsWith(form, StringComparison.Ordinal));
        }

        Leaks.InFolder(school.Workspace.Folder, Secrets).ShouldBeEmpty();
    }

    /// <summary>What else tells of families, each with something to tell.</summary>
    private static PolicyRequest[] Readers() =>
    [
        new GetFamilyContact(),
        new GetFamilyContact { Address = Mother },
        new GetFamilyContact { Phone = "07700 900123" },
        new NewRelationshipDeclaration { User = "p.parent", FamilyId = "F-9", Relationship = "Own child", DeclaredTo = "h.head" },
        new NewFamilyContactAgreement { User = "d.okonkwo", FamilyId = "F-2", Reason = "No telephone", AgreedBy = "h.head" },
        new GetRelationshipDeclaration(),
        new GetFamilyContactAgreement(),
        new GetPolicyControl(),
        new NewPolicyComplianceReport { From = new TimeInput("2026-11-23"), To = new TimeInput("2026-12-06"), Format = [ReportFormat.Html, ReportFormat.Csv, ReportFormat.Json] },
    ];
}
