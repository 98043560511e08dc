using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Families;

public sealed class ImportFamilyContactTests : IDisposable
{
    private const string Header = "FamilyId,Relationship,Address,Phone\n";
    private const string Csv = Header + """
        F-1,Mother,mother.one+school@gmail.com,07700 900123
        F-1,Father,,+44 (0)7700 900124
        F-2,Parent,two@home.example,

        """;

    private readonly TempWorkspace _school = new();

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task What_is_imported_answers_by_any_spelling_and_is_shown_as_counts()
    {
        (await Import(Csv)).ShouldBe(new FamilyContactImport(File, 3, 2, 3, 0, 0, 0));
        (await Get(new GetFamilyContact())).ShouldBe([new FamilyContact("F-1", "Mother", 1, 1, 1), new FamilyContact("F-1", "Father", 1, 0, 1), new FamilyContact("F-2", "Parent", 1, 1, 0)]);
        (await Get(new GetFamilyContact { Address = "\"M\" <MotherOne@googlemail.com>" })).ShouldHaveSingleItem().FamilyId.ShouldBe("F-1");
        (await Get(new GetFamilyContact { Phone = "+447700900124" })).ShouldHaveSingleItem().Relationship.ShouldBe("Father");
        (await Get(new GetFamilyContact { Address = "nobody@home.example" })).ShouldBeEmpty();
        (await Get(new GetFamilyContact { FamilyId = ["f-2"] })).ShouldHaveSingleItem().FamilyId.ShouldBe("F-2");
        (await _school.FaultOfAsync(new GetFamilyContact { Address = "no address" })).Id.ShouldBe("FamilyAddressInvalid");
        (await _school.FaultOfAsync(new GetFamilyContact { Phone = "no number" })).Id.ShouldBe("FamilyPhoneInvalid");
    }

    [Fact]
    public async Task Of_a_family_in_the_file_the_files_contacts_stay_and_missing_families_are_told_of()
    {
        await Import(Csv);
        (await Import(Csv)).ShouldBe(new FamilyContactImport(File, 3, 2, 0, 3, 0, 0));
        var file = Header + "F-1,Mother,mother.one@gmail.com,07700 900123\n";
        var sink = await Run(file);
        sink.Of<FamilyContactImport>().Single().ShouldBe(new FamilyContactImport(File, 1, 1, 0, 1, 1, 1));
        sink.Warnings.ShouldHaveSingleItem().ShouldStartWith("1 recorded family is not in the file");
        (await Import(file, remove: true)).Removed.ShouldBe(1);
        (await Get(new GetFamilyContact())).ShouldHaveSingleItem().Relationship.ShouldBe("Mother");
    }

    [Fact]
    public async Task WhatIf_makes_neither_contacts_nor_a_key()
    {
        var sink = await Run(Csv, sink: new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Action.ShouldBe("Import family contacts: 3 new, 0 unchanged, 0 removed");
        sink.Outputs.ShouldBeEmpty();
        _school.Store.FamilyContacts.HasAny().ShouldBeFalse();
        PrivateFiles.IsThere(Key).ShouldBeFalse();
    }

    [Theory]
    [InlineData("F-1,Mother,no address,", "no single address")]
    [InlineData("F-1,Mother,a@home.example;b@home.example,", "no single address")]
    [InlineData("F-1,Mother,,12", "no single phone number")]
    [InlineData("F-1,Mother,,", "neither an address nor a phone number")]
    [InlineData(",Mother,a@home.example,", "must not be empty")]
    [InlineData("a@home.example,Mother,a@home.example,", "looks like an address")]
    [InlineData("F-1,07700 900123,a@home.example,", "looks like an address or a phone number")]
    public async Task A_wrong_row_stops_all_and_its_fault_repeats_no_address(string row, string why)
    {
        var fault = await _school.FaultOfAsync(new ImportFamilyContact { Path = _school.Write("families.csv", Csv + row + "\n") });
        fault.Id.ShouldBe("CsvInvalid");
        fault.Message.ShouldContain(why);
        fault.Message.ShouldNotContain("home.example");
        fault.Message.ShouldNotContain("900124");
        _school.Store.FamilyContacts.HasAny().ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_for_each_child_of_a_family_is_one_contact()
    {
        await _school.RunAsync(new ImportFamilyContact { Path = _school.Write("families.csv", Csv) });
        var again = (await _school.RunAsync(new ImportFamilyContact { Path = _school.Write("families.csv", Csv + "F-1,Mother,Mother.One@gmail.com,07700900123\n") })).Of<FamilyContactImport>().Single();
        again.Added.ShouldBe(0);
    }

    [Fact]
    public async Task The_key_is_the_owners_alone_and_is_never_overwritten()
    {
        await Import(Csv);
        var key = System.IO.File.ReadAllBytes(Key);
        key.Length.ShouldBe(32);
        PrivateFiles.IsOpenToOthers(Key).ShouldBeFalse();
        await Import(Csv + "F-3,Parent,three@home.example,\n");
        System.IO.File.ReadAllBytes(Key).ShouldBe(key);
    }

    [Fact]
    public async Task A_lost_key_says_to_import_again_and_that_works()
    {
        await Import(Csv);
        System.IO.File.Delete(Key);
        var fault = await _school.FaultOfAsync(new GetFamilyContact { Address = "two@home.example" });
        (fault.Id, fault.Kind).ShouldBe(("ContactKeyLost", FaultKind.Unavailable));
        fault.Message.ShouldContain("Import-FamilyContact");
        var sink = await Run(Header + "F-2,Parent,two@home.example,\n");
        sink.Warnings.ShouldContain(w => w.Contains("makes a new one", StringComparison.Ordinal));
        (await Get(new GetFamilyContact())).ShouldHaveSingleItem().FamilyId.ShouldBe("F-2");
        (await Get(new GetFamilyContact { Address = "two@home.example" })).ShouldHaveSingleItem().FamilyId.ShouldBe("F-2");
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        await Import(Csv);
        System.IO.File.WriteAllBytes(Key, new byte[32]);
        (await _school.FaultOfAsync(new GetFamilyContact { Address = "two@home.example" })).Id.ShouldBe("ContactKeyWrong");
        (await _school.FaultOfAsync(new ImportFamilyContact { Path = _school.Write("families.csv", Csv) })).Id.ShouldBe("ContactKeyWrong");
    }

    [Fact]
    public async Task A_key_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await Import(Csv);
        System.IO.File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var fault = await _school.FaultOfAsync(new GetFamilyContact { Address = "two@home.example" });
        (fault.Id, fault.Kind, fault.Target).ShouldBe(("ContactKeyOpenToOthers", FaultKind.Conflict, Key));
        fault.Message.ShouldContain("chmod 600");
        (await _school.FaultOfAsync(new ImportFamilyContact { Path = _school.Write("families.csv", Csv) })).Id.ShouldBe("ContactKeyOpenToOthers");
    }

    [Fact]
    public async Task Each_change_and_each_reading_is_in_the_audit_trail_by_family_and_counts()
    {
        await Import(Csv);
        var before = _school.Store.Audit.Head().Sequence;
        await Get(new GetFamilyContact { Address = "two@home.example" });
        _school.Store.Audit.Head().Sequence.ShouldBe(before + 1);
    }

    [Fact]
    public void Addresses_and_phones_have_hashes_apart()
    {
        var key = new ContactKey(new byte[32]);
        key.HashOfPhone("+447700900123").ShouldNotBe(new ContactKey([.. Enumerable.Repeat((byte)1, 32)]).HashOfPhone("+447700900123"));
        new ContactHash(key.HashOfPhone("+447700900123").ToArray()).ShouldBe(key.HashOfPhone("+447700900123"));
        key.ToString().ShouldBe("(key)");
    }

    private string Key => _school.Workspace.Paths.ContactKey;

    private string File => Path.Combine(_school.Folder, "families.csv");

    private Task<RecordingSink> Run(string csv, bool remove = false, RecordingSink? sink = null) =>
        _school.RunAsync(new ImportFamilyContact { Path = _school.Write("families.csv", csv), RemoveMissing = remove }, sink: sink);

    private async Task<FamilyContactImport> Import(string csv, bool remove = false) => (await Run(csv, remove)).Of<FamilyContactImport>().Single();

    private async Task<List<FamilyContact>> Get(GetFamilyContact request) => [.. (await _school.RunAsync(request)).Of<FamilyContact>()];
}
