using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Safeguarding;

public sealed class SafeguardingKeyTests
{
    private const string NewLead = IncidentSchool.People + "v.ice@rosewood.example,Vi Ice,SafeguardingLead,v.ice,,,,\n";

    [Fact]
    public async Task A_key_is_its_holders_file_and_its_public_part_is_registered()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false);
        var sink = await school.MakeKeyAsync("r.safe", "lead.key");
        sink.Questions.Count.ShouldBe(2);
        sink.Questions.ShouldAllBe(q => q.IsSecret);
        var key = sink.Of<SafeguardingKey>().Single();
        var text = await File.ReadAllTextAsync(school.FileOf("lead.key"));
        text.ShouldContain(key.Fingerprint);
        text.ShouldContain("BEGIN ENCRYPTED PRIVATE KEY");
        PrivateFiles.IsOpenToOthers(school.FileOf("lead.key")).ShouldBeFalse();

        var listed = (await school.Workspace.RunAsync(new GetSafeguardingKey(), school.Workspace.As("it.tech"))).Of<SafeguardingKey>().ToList();
        listed.Select(k => (k.Holder, k.Kind, k.Status)).ShouldBe([("Cy Chair", SafeguardingKeyKind.Escrow, SafeguardingKeyStatus.InUse), ("Ruth Safe", SafeguardingKeyKind.Lead, SafeguardingKeyStatus.InUse)]);
        listed[1].Fingerprint.ShouldBe(key.Fingerprint);
    }

    [Theory]
    [InlineData("it.tech", false)]
    [InlineData("head", false)]
    [InlineData("it.tech", true)]
    [InlineData("r.safe", true)]
    [InlineData("n.obrien", true)]
    [InlineData("b.oth", false)]
    public async Task Who_may_not_keep_a_key_makes_none(string user, bool escrow)
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false, people: IncidentSchool.People + "b.oth@rosewood.example,Bo Oth,SafeguardingLead;Technician,b.oth,,,,\n");
        (await school.Workspace.FaultOfAsync(new NewSafeguardingKey { KeyPath = school.FileOf("x.key"), Escrow = escrow }, school.Workspace.As(user))).Id.ShouldBe("SafeguardingKeyHolder");
        File.Exists(school.FileOf("x.key")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_never_lies_in_the_workspace_and_is_never_written_over()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false);
        var lead = school.Workspace.As("r.safe");
        (await school.Workspace.FaultOfAsync(new NewSafeguardingKey { KeyPath = Path.Combine(school.Workspace.Folder, "x.key") }, lead)).Id.ShouldBe("SafeguardingKeyInWorkspace");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(school.FileOf("link"), school.Workspace.Folder);
            (await school.Workspace.FaultOfAsync(new NewSafeguardingKey { KeyPath = school.FileOf("link/x.key") }, lead)).Id.ShouldBe("SafeguardingKeyInWorkspace");
        }

        await File.WriteAllTextAsync(school.FileOf("there.key"), "mine");
        (await school.Workspace.FaultOfAsync(new NewSafeguardingKey { KeyPath = school.FileOf("there.key") }, lead)).Id.ShouldBe("SafeguardingKeyFileExists");
        (await File.ReadAllTextAsync(school.FileOf("there.key"))).ShouldBe("mine");
    }

    [Fact]
    public async Task A_folder_in_place_of_the_keys_file_is_told_as_one()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false);
        var fault = (await Should.ThrowAsync<FaultException>(() => school.MakeKeyAsync("r.safe", "."))).Fault;
        fault.ShouldSatisfyAllConditions(f => f.Id.ShouldBe("SafeguardingKeyIsFolder"), f => f.Message.ShouldContain("Name a file in it"));
    }

    [Fact]
    public async Task A_passphrase_is_long_typed_twice_the_same_and_needed()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false);
        var request = new NewSafeguardingKey { KeyPath = school.FileOf("x.key") };
        (await FaultOf(school, request, SafeguardingSchool.Person("short"))).ShouldBe("SafeguardingPassphraseWeak");
        (await FaultOf(school, request, SafeguardingSchool.Person(new string('a', 40)))).ShouldBe("SafeguardingPassphraseWeak");
        (await FaultOf(school, request, new RecordingSink { Answer = q => q + " and much more" })).ShouldBe("SafeguardingPassphraseDiffers");
        (await FaultOf(school, request, new RecordingSink())).ShouldBe("SafeguardingPassphraseNeeded");
        Directory.EnumerateFiles(school.Stick).ShouldBeEmpty();
        school.Workspace.Store.SafeguardingKeys.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_passphrase_from_a_file_serves_too()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false);
        using (var file = PrivateFiles.CreateNew(school.FileOf("phrase")))
        {
            PrivateFiles.Fill(file, System.Text.Encoding.UTF8.GetBytes(SafeguardingSchool.Phrase + "\n"));
        }

        await school.Workspace.RunAsync(new NewSafeguardingKey { KeyPath = school.FileOf("lead.key"), PassphraseFile = school.FileOf("phrase") }, school.Workspace.As("r.safe"));
        await school.ReportAsync();
        (await school.ReadAsync("r.safe", "lead.key")).Of<SafeguardingConcern>().Single().About.ShouldBe("Zebulon Q.");
    }

    [Fact]
    public async Task A_wrong_passphrase_a_wrong_file_and_an_unknown_key_are_told_apart()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        await school.ReportAsync();
        (await FaultOfReading(school, "lead.key", "wrong anchor seven lamps")).ShouldBe("SafeguardingPassphraseWrong");
        await File.WriteAllTextAsync(school.FileOf("text.key"), "no key");
        (await FaultOfReading(school, "text.key", SafeguardingSchool.Phrase)).ShouldBe("SafeguardingKeyFileInvalid");
        using (var stranger = SafeguardingPrivateKey.Create())
        {
            stranger.Write(school.FileOf("stranger.key"), SafeguardingSchool.Phrase, "x");
        }

        (await FaultOfReading(school, "stranger.key", SafeguardingSchool.Phrase)).ShouldBe("SafeguardingKeyUnknown");
        await Should.ThrowAsync<FileNotFoundException>(() => school.ReadAsync("r.safe", "gone.key"));
    }

    [Fact]
    public async Task A_lost_key_is_retired_and_the_escrow_key_opens_the_old_concerns_to_a_new_one()
    {
        using var school = await SafeguardingSchool.OpenAsync(people: NewLead);
        await school.ReportAsync();
        await school.Workspace.RunAsync(new UpdateSafeguardingKey { Retire = ["SK-0001"], Reason = "Stick lost" }, school.Workspace.As("r.safe"));
        File.Delete(school.FileOf("lead.key"));
        (await school.MakeKeyAsync("v.ice", "new.key")).Warnings.ShouldContain(w => w.Contains("do not open with this key yet", StringComparison.Ordinal));
        (await school.ReportAsync()).SealedFor.ShouldBe(["Cy Chair", "Vi Ice"]);

        var before = await school.ReadAsync("v.ice", "new.key");
        before.Faults.ShouldHaveSingleItem().Id.ShouldBe("SafeguardingConcernNotForKey");
        before.Of<SafeguardingConcern>().Single().Id.ShouldBe("SC-0002");

        var update = (await school.Workspace.RunAsync(new UpdateSafeguardingKey { KeyPath = school.FileOf("escrow.key") }, school.Workspace.As("c.hair"), SafeguardingSchool.Person())).Of<SafeguardingKeyUpdate>().Single();
        update.ShouldSatisfyAllConditions(u => u.Opened.ShouldBe(1), u => u.AlreadyOpen.ShouldBe(1), u => u.NotForKey.ShouldBe(0));
        (await school.ReadAsync("v.ice", "new.key")).Of<SafeguardingConcern>().Select(c => c.Id).ShouldBe(["SC-0001", "SC-0002"]);
    }

    [Fact]
    public async Task A_key_is_retired_by_its_holder_or_the_head_and_needs_a_reason()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        (await school.Workspace.FaultOfAsync(new UpdateSafeguardingKey { Retire = ["SK-0002"], Reason = "x" }, school.Workspace.As("r.safe"))).Id.ShouldBe("SafeguardingKeyNotYours");
        (await school.Workspace.FaultOfAsync(new UpdateSafeguardingKey { Retire = ["SK-0002"] }, school.Workspace.As("head"))).Id.ShouldBe("RegisterTextMissing");
        (await school.Workspace.FaultOfAsync(new UpdateSafeguardingKey(), school.Workspace.As("head"))).Id.ShouldBe("SafeguardingNothingToDo");
        await school.Workspace.RunAsync(new UpdateSafeguardingKey { Retire = ["sk-0002"], Reason = "Envelope lost" }, school.Workspace.As("head"));
        (await school.Workspace.FaultOfAsync(new UpdateSafeguardingKey { Retire = ["SK-0002"], Reason = "x" }, school.Workspace.As("head"))).Id.ShouldBe("SafeguardingKeyNotFound");
        (await school.ReportAsync()).SealedFor.ShouldBe(["Ruth Safe"]);
    }

    [Fact]
    public async Task A_key_that_was_slipped_into_the_store_stops_the_report()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        using var slipped = SafeguardingPrivateKey.Create();
        school.Workspace.Store.Execute(
            "INSERT INTO safeguarding_key (id, kind, person_id, fingerprint, public_key, at) VALUES ('SK-0009', 'Lead', $person, $print, $key, 0)",
            ("$person", school.Workspace.IdOf("r.safe")),
            ("$print", slipped.Fingerprint),
            ("$key", slipped.PublicKey));
        (await school.Workspace.FaultOfAsync(new NewSafeguardingConcern { About = "A", What = "B" }, school.Workspace.As("n.obrien"))).Id.ShouldBe("SafeguardingKeyAltered");

        school.Workspace.Store.Execute("DELETE FROM safeguarding_key WHERE id = 'SK-0009'");
        school.Workspace.Store.Execute("DROP TRIGGER safeguarding_key_is_a_fact");
        school.Workspace.Store.Execute("UPDATE safeguarding_key SET public_key = $key", ("$key", slipped.PublicKey));
        (await school.Workspace.FaultOfAsync(new NewSafeguardingConcern { About = "A", What = "B" }, school.Workspace.As("n.obrien"))).Id.ShouldBe("SafeguardingKeyAltered");
        school.Workspace.Store.Concerns.Count().ShouldBe(0);
    }

    [Fact]
    public async Task What_if_makes_no_key_and_asks_for_no_passphrase()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false);
        var sink = new RecordingSink { Agrees = false };
        await school.Workspace.RunAsync(new NewSafeguardingKey { KeyPath = school.FileOf("x.key") }, school.Workspace.As("r.safe"), sink);
        sink.Questions.ShouldBeEmpty();
        Directory.EnumerateFiles(school.Stick).ShouldBeEmpty();
    }

    private static async Task<string> FaultOf(SafeguardingSchool school, PolicyRequest request, RecordingSink sink) =>
        (await Should.ThrowAsync<FaultException>(() => school.Workspace.RunAsync(request, school.Workspace.As("r.safe"), sink))).Fault.Id;

    private static async Task<string> FaultOfReading(SafeguardingSchool school, string file, string phrase) =>
        (await Should.ThrowAsync<FaultException>(() => school.ReadAsync("r.safe", file, phrase))).Fault.Id;
}
