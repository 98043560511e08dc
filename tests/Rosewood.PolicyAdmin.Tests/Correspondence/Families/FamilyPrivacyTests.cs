using System.Globalization;
using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Correspondence;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Families;

/// <summary>After an import and all searches no byte of the workspace, and nothing that was shown, holds a family's address or number.</summary>
public sealed class FamilyPrivacyTests
{
    private static readonly string[] Secrets = ["mother.one", "father.one", "two.parent", "900123", "900124", "motherone"];

    [Fact]
    public async Task No_file_of_the_workspace_and_no_output_holds_a_familys_address()
    {
        using var school = await OpenAsync();
        school.Ordinary().Sent("2026-11-03T10:00:00Z", DanielOwn, "m1@x.example", Mother, Two).Sent("2026-11-03T10:00:00Z", Marta, "m2@x.example", Father, DanielOwn);
        var rules = $$"""[{"MailboxOwnerId":"{{Daniel}}","Enabled":true,"ForwardTo":["{{Mother}}"]}]""";
        var sink = await school.RunAsync(possible: true, rules: rules);
        var measured = await school.Workspace.RunAsync(new MeasureOfficialCorrespondence { MessageTrace = [Path.Combine(school.Workspace.Folder, "trace.csv")] });
        sink.Of<UnofficialCorrespondence>().Count().ShouldBeGreaterThanOrEqualTo(3);
        var shown = string.Join('\n', sink.Outputs.Concat(measured.Outputs).Select(o => JsonSerializer.Serialize(o, o.GetType())).Concat(sink.Warnings).Concat(measured.Warnings));
        Holds(shown).ShouldBeEmpty();

        // What the test itself put beside the store is the school's own export.
        foreach (var export in new[] { "trace.csv", "headers.json", "rules.json" })
        {
            File.Delete(Path.Combine(school.Workspace.Folder, export));
        }

        var files = Directory.EnumerateFiles(school.Workspace.Folder, "*", SearchOption.AllDirectories).ToList();
        files.Select(Path.GetFileName).ShouldContain(f => string.Equals(f, "store.db-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            Holds(Encoding.Latin1.GetString(bytes)).ShouldBeEmpty(file);
            Holds(Encoding.Unicode.GetString(bytes)).ShouldBeEmpty(file);
        }
    }

    private static IEnumerable<string> Holds(string text) => Secrets.Where(s => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, s, CompareOptions.OrdinalIgnoreCase) >= 0);
}
