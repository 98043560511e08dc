using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Storage.Expiry;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Governance.Data;

/// <summary>The map of data classes against what there is.</summary>
public sealed class DataClassesTests
{
    [Fact]
    public void Every_table_of_the_store_is_in_the_map_and_every_table_of_the_map_in_the_store()
    {
        using var workspace = new TempWorkspace();
        var mapped = DataClasses.All.SelectMany(c => c.Tables).Distinct(StringComparer.Ordinal).ToList();

        workspace.Store.Expiry.Tables().Except(mapped, StringComparer.Ordinal).ShouldBeEmpty("a migration added a table: give it a line in DataClasses, and its removal in ExpiryRules");
        mapped.Except(workspace.Store.Expiry.Tables(), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_class_has_one_entry_with_a_purpose_and_commands_that_there_are()
    {
        DataClasses.All.Select(c => c.Name).ShouldBe(Enum.GetValues<DataClassName>(), ignoreOrder: true);
        foreach (var data in DataClasses.All)
        {
            data.Purpose.ShouldNotBeNullOrWhiteSpace();
            (data.Tables.Count + data.Files.Count).ShouldBeGreaterThan(0, data.Name.ToString());
            data.Commands.ShouldNotBeEmpty();
            data.Commands.Where(c => !CommandTable.All.Any(d => d.Name.Equals(c, StringComparison.Ordinal))).ShouldBeEmpty(data.Name.ToString());
        }
    }

    [Fact]
    public void Every_class_with_a_time_has_its_key_in_the_configuration_and_is_removed()
    {
        var keys = typeof(RetentionConfig).GetProperties().Select(p => p.Name).ToList();
        foreach (var data in DataClasses.All)
        {
            (data.RetentionKey is null).ShouldBe(data.Kept is null, data.Name.ToString());
            RetentionRun.Covered.Contains(data.Name).ShouldBe(data.Kept is not null, data.Name.ToString());
            if (data.RetentionKey is { } key)
            {
                keys.ShouldContain(char.ToUpperInvariant(key[0]) + key[1..], StringComparer.Ordinal);
            }
        }
    }

    [Fact]
    public void What_is_removed_of_a_class_lies_in_its_tables_and_all_of_them_are_thought_of()
    {
        foreach (var data in DataClasses.All.Where(c => c.Kept is not null && c.Name is not (DataClassName.AuditTrail or DataClassName.AuditValues)))
        {
            var rules = ExpiryRules.Of(data.Name);
            var touched = rules.Select(r => r.Table).Concat(rules.SelectMany(r => r.Before).Select(b => b.Split(' ')[2])).Distinct(StringComparer.Ordinal);
            touched.ShouldBe(data.Tables, StringComparer.Ordinal, ignoreOrder: true, data.Name.ToString());
        }
    }

    [Fact]
    public void What_became_of_a_scheduled_period_is_known_for_as_long_as_it_could_be_due_again() =>
        DataClasses.Of(DataClassName.ReportSchedules).Kept!(new RetentionConfig { Reports = TimeSpan.FromDays(1) }).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(445));

    [Fact]
    public void The_roster_is_kept_as_long_as_what_counts_from_a_last_day_or_names_people()
    {
        var days = TimeSpan.FromDays(40 * 365);
        foreach (var retention in (RetentionConfig[])
            [
                new() { Declarations = days }, new() { FamilyContacts = days }, new() { Acknowledgements = days }, new() { RecruitmentRecords = days }, new() { Incidents = days },
                new() { Visits = days }, new() { Correspondence = days },
            ])
        {
            DataClasses.Of(DataClassName.Roster).Kept!(retention).ShouldBe(days);
        }
    }

    [Fact]
    public void The_audit_trail_is_kept_as_long_as_anything_that_it_proves()
    {
        var retention = new RetentionConfig();
        foreach (var data in DataClasses.All.Where(c => c.Kept is not null))
        {
            data.Kept!(retention).ShouldBeLessThanOrEqualTo(retention.AuditTrail, data.Name.ToString());
        }
    }
}
