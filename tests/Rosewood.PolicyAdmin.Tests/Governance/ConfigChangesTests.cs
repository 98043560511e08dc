using System.Text.Json;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Governance;

public sealed class ConfigChangesTests
{
    [Fact]
    public void Two_lines_that_were_swapped_are_both_shown()
    {
        var (before, after) = Edit("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n", "{\n  \"b\": 2,\n  \"a\": 1,\n  \"c\": 3\n}\n");
        before.ShouldBe(["2: \"a\": 1,", "3: \"b\": 2,"]);
        after.ShouldBe(["2: \"b\": 2,", "3: \"a\": 1,"]);
    }

    [Fact]
    public void A_line_that_moved_is_shown()
    {
        var (before, after) = Edit("a\nb\nc\nd\n", "a\nc\nb\nd\n");
        before.ShouldBe(["2: b", "3: c"]);
        after.ShouldBe(["2: c", "3: b"]);
    }

    [Fact]
    public void Blank_lines_count_when_lines_are_numbered()
    {
        var (before, after) = Edit("a\n\n\nold\n", "a\n\n\nnew\n");
        before.ShouldBe(["4: old"]);
        after.ShouldBe(["4: new"]);
    }

    [Theory]
    [InlineData("x\nx\n", "x\nx\nx\n")]
    [InlineData("x\nx\nx\n", "x\nx\n")]
    [InlineData("x", "x\n")]
    [InlineData("  x\n", "x\n")]
    [InlineData("", "x\n")]
    public void No_edit_leaves_an_entry_that_shows_nothing(string was, string now)
    {
        var (before, after) = Edit(was, now);
        (before.Count + after.Count).ShouldBePositive();
    }

    /// <summary>What the trail shows of an edit from one text to another.</summary>
    private static (List<string> Before, List<string> After) Edit(string was, string now)
    {
        using var workspace = new TempWorkspace();
        using (var change = workspace.Store.BeginChange(new AuditOrigin("Test-Nothing", "P-1", workspace.Clock.Now)))
        {
            workspace.Store.Settings.SetSeenConfig(change, was);
            change.Audit("GOV-1", "policy.json", before: null, after: null);
            change.Commit();
        }

        using var edited = new Rosewood.PolicyAdmin.Workspace.PolicyWorkspace(workspace.Workspace.Paths, workspace.Workspace.Config, PolicyStore.Open(workspace.Workspace.Paths.Store)) { ConfigText = now };
        ConfigChanges.Record(new Rosewood.PolicyAdmin.Commands.CommandContext("Test-Nothing", TempWorkspace.Technician, workspace.Clock, edited));
        var entry = workspace.Store.Audit.Read().Last();
        return (JsonSerializer.Deserialize<List<string>>(entry.Before!)!, JsonSerializer.Deserialize<List<string>>(entry.After!)!);
    }
}
