using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Publishing;

public sealed class TargetPublisherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-publish-").FullName;

    private string Target => Path.Combine(_folder, "target");

    [Fact]
    public async Task What_is_published_is_seen_and_the_old_parts_are_gone()
    {
        await PublishAsync("old");
        await PublishAsync("new");

        ScriptedDriver.Seen(Target).ShouldBe("new");
        Directory.GetFiles(Path.Combine(Target, "parts")).Length.ShouldBe(1);
        Directory.GetFiles(Target).ShouldBe([Path.Combine(Target, "entry.conf")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kill_between_any_two_steps_leaves_the_old_or_the_new_and_the_next_run_mends(bool hadOld)
    {
        if (hadOld)
        {
            await PublishAsync("old");
        }

        // What a killed process leaves is what is on disk at that step: each is kept aside and read as the target would.
        var kept = new List<(string Step, string Folder)>();
        await PublishAsync("new", stepEnded: step =>
        {
            var copy = Path.Combine(_folder, "kill-" + kept.Count);
            Copy(Target, copy);
            kept.Add((step, copy));
        });

        kept.Select(k => k.Step).ShouldBe(["folders", "part", "stage", "before swap", "check", "swap", "reload", "prove", "clean"]);
        foreach (var (step, folder) in kept)
        {
            var isNew = step is "swap" or "reload" or "prove" or "clean";
            SeenIn(folder).ShouldBe(isNew ? "new" : hadOld ? "old" : null, step);

            Directory.Delete(Target, recursive: true);
            Copy(folder, Target);
            await PublishAsync("newer");
            ScriptedDriver.Seen(Target).ShouldBe("newer", step);
            Directory.GetFiles(Path.Combine(Target, "parts")).Length.ShouldBe(1, step);
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("before swap")]
    [InlineData("reload")]
    [InlineData("prove")]
    public async Task A_step_that_fails_leaves_every_file_as_it_was(string failing)
    {
        await PublishAsync("old");
        var before = Files(Target);

        var fault = (await Should.ThrowAsync<FaultException>(() => PublishAsync(
            "new",
            checkFault: failing is "check" ? EnforcementFaults.CheckFailed("target", "checker", "bad line 3") : null,
            beforeSwap: failing is "before swap" ? () => throw EnforcementFaults.ProgramNotFound("x").ToException() : null,
            reload: failing is "reload" ? ["sh", "-c", "echo cannot read; exit 3"] : [],
            prove: failing is "prove" ? () => throw PublishingFaults.ProofFailed("target", ["facebook.com was open."]).ToException() : null))).Fault;

        Files(Target).ShouldBe(before);
        fault.Id.ShouldBe(failing switch { "check" => "TargetCheckFailed", "before swap" => "ProgramNotFound", _ => "PublishPutBack" });
        if (failing is "reload")
        {
            fault.Message.ShouldContain("cannot read. Its program");
            fault.Message.ShouldContain("by hand");
        }
    }

    [Fact]
    public async Task What_can_not_be_put_back_is_told_beside_what_failed_first()
    {
        await PublishAsync("old");
        var fault = (await Should.ThrowAsync<FaultException>(() => PublishAsync("new", prove: () =>
        {
            // A folder in the entry's place lets no file be renamed over it.
            var entry = Path.Combine(Target, "entry.conf");
            File.Delete(entry);
            Directory.CreateDirectory(Path.Combine(entry, "in the way"));
            throw PublishingFaults.ProofFailed("target", ["facebook.com was open."]).ToException();
        }))).Fault;

        fault.Id.ShouldBe("PublishNotPutBack");
        fault.Message.ShouldContain("could not be put back");
        fault.Message.ShouldContain("facebook.com was open.");
        Directory.GetFiles(Path.Combine(Target, "parts")).Length.ShouldBe(2, "the entry that stands may refer to what was added");
    }

    [Fact]
    public async Task What_can_not_be_cleared_away_does_not_hide_what_failed()
    {
        await PublishAsync("old");
        var fault = (await Should.ThrowAsync<FaultException>(() => PublishAsync("new", prove: () =>
        {
            var part = Directory.GetFiles(Path.Combine(Target, "parts")).Single(f => File.ReadAllText(f).Equals("new", StringComparison.Ordinal));
            File.Delete(part);
            Directory.CreateDirectory(Path.Combine(part, "in the way"));
            throw PublishingFaults.ProofFailed("target", ["facebook.com was open."]).ToException();
        }))).Fault;

        fault.Id.ShouldBe("PublishPutBack");
        fault.Message.ShouldContain("facebook.com was open.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Beside_an_entry_with_a_staging_folder_no_other_file_ever_lies(bool fails)
    {
        var staging = Path.Combine(Target, ".staged");
        await PublishAsync("old", staging: staging);
        Directory.CreateDirectory(staging);
        await File.WriteAllTextAsync(Path.Combine(staging, "entry.conf.of-a-killed-run.tmp"), "x");
        var seen = new List<string>();
        try
        {
            await PublishAsync("new", staging: staging, stepEnded: _ => Note(), prove: fails ? () => throw PublishingFaults.ProofFailed("target", ["open."]).ToException() : null);
        }
        catch (FaultException)
        {
            fails.ShouldBeTrue();
        }

        Note();
        seen.ShouldAllBe(f => f == "entry.conf");
        Directory.Exists(staging).ShouldBeFalse();
        ScriptedDriver.Seen(Target).ShouldBe(fails ? "old" : "new");

        void Note() => seen.AddRange(Directory.GetFiles(Target).Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public async Task A_first_publication_that_fails_leaves_no_file()
    {
        await Should.ThrowAsync<FaultException>(() => PublishAsync("new", prove: () => throw PublishingFaults.ProofFailed("target", ["open."]).ToException()));
        Files(Target).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_that_was_damaged_is_mended_though_its_name_is_there()
    {
        await PublishAsync("same");
        var part = Directory.GetFiles(Path.Combine(Target, "parts")).Single();
        await File.WriteAllTextAsync(part, "damaged");

        PlanOnDisk.Differences(ScriptedDriver.PlanOf(Target, "same")).ShouldHaveSingleItem().ShouldContain(part);
        await PublishAsync("same");
        ScriptedDriver.Seen(Target).ShouldBe("same");
    }

    [Fact]
    public async Task The_reload_command_is_run_without_a_shell()
    {
        var witness = Path.Combine(_folder, "it's; a $(file)");
        await PublishAsync("new", reload: ["touch", witness]);
        File.Exists(witness).ShouldBeTrue();
    }

    [Fact]
    public async Task Files_are_for_the_targets_account_to_read_and_for_nobody_else_to_write()
    {
        await PublishAsync("new");
        var mode = File.GetUnixFileMode(Path.Combine(Target, "entry.conf"));
        mode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<string?> PublishAsync(string content, Fault? checkFault = null, Action? beforeSwap = null, IReadOnlyList<string>? reload = null, Action? prove = null, Action<string>? stepEnded = null, string? staging = null)
    {
        var target = new EnforcementTargetConfig("target", EnforcementTargetKind.Feed) { Path = Target, ReloadCommand = reload ?? [] };
        return new TargetPublisher(new ScriptedDriver { CheckFault = checkFault }, target) { StepEnded = stepEnded }.PublishAsync(
            ScriptedDriver.PlanOf(Target, content) with { StagingFolder = staging },
            beforeSwap ?? (static () => { }),
            _ =>
            {
                prove?.Invoke();
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }

    /// <summary>The entry of a copy names the part in the original's folder: read the copy's.</summary>
    private string? SeenIn(string copy)
    {
        var entry = Path.Combine(copy, "entry.conf");
        return File.Exists(entry)
            ? File.ReadAllText(File.ReadAllText(entry)["include ".Length..].TrimEnd('\n').Replace(Target, copy, StringComparison.Ordinal))
            : null;
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(f => f, f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
