using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Texts;

public sealed class ImportTextMessageLogTests
{
    private const string Two = "2026-11-03 09:00:00,o.admin,07700 900123,Delivered,Hello\n2026-11-03 09:01:00,d.okonkwo,07700 900125,Delivered,Hello\n";

    [Fact]
    public async Task Messages_are_kept_with_sender_family_and_length_and_without_the_text()
    {
        using var school = await TextSchool.OpenAsync();
        var result = await school.ImportAsync(Two + $"2026-11-24 08:59:59,Nobody,07700 900999,Failed,{new string('x', 161)}\n");
        result.ShouldSatisfyAllConditions(
            r => (r.Messages, r.Added, r.ToFamilies, r.WithoutNumber, r.WithoutPerson).ShouldBe((3, 3, 2, 0, 1)),
            r => r.From.ShouldBe(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero)));
        var kept = school.Workspace.Store.TextMessages.Load(0, long.MaxValue);
        kept.Select(m => m.Parts).ShouldBe([1, 1, 2]);
        kept.Select(m => m.Sender).ShouldBe(["", "", "Nobody"]);
        kept[0].Families.ShouldBe(["F-1"]);
    }

    [Fact]
    public async Task Exports_that_overlap_add_nothing_twice_whatever_became_of_the_messages_meanwhile()
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync(Two);
        (await school.ImportAsync(Two)).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(0), r => r.AlreadyRecorded.ShouldBe(2));
        var later = Two.Replace("Delivered", "Read", StringComparison.Ordinal).Replace("07700 900123", "+44 7700 900123", StringComparison.Ordinal);
        (await school.ImportAsync(later + "2026-11-04 09:00:00,o.admin,07700 900123,,Hi\n")).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(1), r => r.AlreadyRecorded.ShouldBe(2));

        // Two alike in one minute are two, and both are known again.
        const string Alike = "2026-11-05 09:00:00,o.admin,07700 900123,,One\n2026-11-05 09:00:00,o.admin,07700 900123,,Two\n";
        (await school.ImportAsync(Alike)).Added.ShouldBe(2);
        (await school.ImportAsync(Alike)).Added.ShouldBe(0);
        school.Workspace.Store.TextMessages.Imports().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("07700 900123", true)]
    [InlineData("7700900123", true)]
    [InlineData("+44 (0)7700 900123", true)]
    [InlineData("7.700900123E+09", true)]
    [InlineData("4.47700900123E+11", true)]
    [InlineData("\"=\"\"07700900123\"\"\"", true)]
    [InlineData("'07700900123", true)]
    [InlineData("Mother (07700 900123)", true)]
    [InlineData("\u202A07700 900123\u202C", true)]
    [InlineData("7.7009E+09", false)]
    [InlineData("4.7700900123E+11", false)]
    [InlineData("1632960110", false)]
    [InlineData("=1+7700900123", false)]
    [InlineData("Jane Parent", false)]
    [InlineData("", false)]
    public async Task Only_a_number_that_is_certain_counts(string cell, bool isRead)
    {
        using var school = await TextSchool.OpenAsync();
        var sink = await school.RunAsync($"2026-11-03 09:00:00,o.admin,{cell},,Hi\n");
        var result = sink.Of<TextMessageImport>().ShouldHaveSingleItem();
        (result.Added, result.ToFamilies, result.WithoutNumber).ShouldBe((1, isRead ? 1 : 0, isRead ? 0 : 1));
        sink.Warnings.Any(w => w.Contains("no number that can be read", StringComparison.Ordinal)).ShouldBe(!isRead);
    }

    [Fact]
    public async Task Several_numbers_in_a_cell_are_several_messages_and_quoted_lines_and_semicolons_do_no_harm()
    {
        using var school = await TextSchool.OpenAsync();
        var result = await school.ImportAsync("24/11/2026 08:00;o.admin;\"07700 900123\n07700 900125\";;\"Line one;\nline two \"\"quoted\"\" \U0001F469\u200D\U0001F467\"\n", TextSchool.Header.Replace(',', ';'));
        (result.Messages, result.ToFamilies).ShouldBe((2, 2));
        school.Workspace.Store.TextMessages.Load(0, long.MaxValue).ShouldAllBe(m => m.Parts == 1);
    }

    [Fact]
    public async Task Utf_16_is_read_and_a_workbook_is_refused_with_what_to_do()
    {
        using var school = await TextSchool.OpenAsync();
        var path = Path.Combine(school.Workspace.Folder, "utf16.csv");
        await File.WriteAllTextAsync(path, TextSchool.Header.Replace(',', '\t') + "2026-11-03 09:00:00\to.admin\t07700 900123\t\tHi\n", Encoding.Unicode);
        (await school.Workspace.RunAsync(new ImportTextMessageLog { Path = path })).Of<TextMessageImport>().ShouldHaveSingleItem().ToFamilies.ShouldBe(1);

        await File.WriteAllBytesAsync(path, [.. "PK\u0003\u0004"u8, 1, 2, 3]);
        var fault = await school.Workspace.FaultOfAsync(new ImportTextMessageLog { Path = path });
        fault.ShouldSatisfyAllConditions(f => f.Id.ShouldBe("CsvIsWorkbook"), f => f.Message.ShouldContain("save it as"));
    }

    [Fact]
    public async Task The_order_of_day_and_month_is_never_guessed()
    {
        using var school = await TextSchool.OpenAsync();
        const string Open = "03/04/2026 09:00,o.admin,07700 900123,,Hi\n";
        var fault = await school.Workspace.FaultOfAsync(new ImportTextMessageLog { Path = school.Workspace.Write("t.csv", TextSchool.Header + Open) });
        fault.Id.ShouldBe("TextMessageDateOrderUnknown");
        (await school.ImportAsync(Open + "23/04/2026 09:00,o.admin,07700 900123,,Hi\n")).From!.Value.Month.ShouldBe(4);

        using var told = await TextSchool.OpenAsync(new() { TextMessages = new() { DateFormat = "MM/dd/yyyy HH:mm" } });
        (await told.ImportAsync(Open)).From!.Value.Month.ShouldBe(3);
    }

    [Fact]
    public async Task A_row_without_a_time_stores_nothing_at_all_and_no_cell_is_repeated()
    {
        using var school = await TextSchool.OpenAsync();
        var fault = await school.Workspace.FaultOfAsync(new ImportTextMessageLog { Path = school.Workspace.Write("t.csv", TextSchool.Header + Two + "Total,07700 900777,07700 900123,,Secret words\n") });
        fault.ShouldSatisfyAllConditions(f => f.Id.ShouldBe("CsvInvalid"), f => f.Message.ShouldContain("t.csv:4:1"), f => f.Message.ShouldNotContain("900"), f => f.Message.ShouldNotContain("Secret"));
        school.Workspace.Store.TextMessages.Messages().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Columns_go_by_the_names_that_the_school_gives_and_an_unknown_first_line_is_not_repeated()
    {
        var columns = new TextColumnsConfig { SentAt = "Day", SentTime = "Clock", Sender = "Who", Recipient = "Handset", Direction = "Way", Parts = "Units" };
        using var school = await TextSchool.OpenAsync(new() { TextMessages = new() { Columns = columns } });
        var result = await school.ImportAsync("2026-11-03,09:00:00,o.admin,07700 900123,Out,3\n2026-11-03,09:05:00,07700 900123,Rosewood,INBOUND,1\n", "Day,Clock,Who,Handset,Way,Units\n");
        (result.Messages, result.Received, result.ToFamilies).ShouldBe((2, 1, 2));
        school.Workspace.Store.TextMessages.Load(0, long.MaxValue).Select(m => (m.Parts, m.IsReceived)).ShouldBe([(3, false), (1, true)]);

        var fault = await school.Workspace.FaultOfAsync(new ImportTextMessageLog { Path = school.Workspace.Write("t.csv", Two) });
        fault.ShouldSatisfyAllConditions(f => f.Id.ShouldBe("TextMessageColumnsMissing"), f => f.Message.ShouldContain("Handset"), f => f.Message.ShouldNotContain("900123"));
    }

    [Fact]
    public async Task WhatIf_stores_nothing_and_makes_no_key()
    {
        using var school = await TextSchool.OpenAsync(families: false);
        var sink = await school.RunAsync(Two, sink: new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Action.ShouldContain("2 new");
        school.Workspace.Store.TextMessages.Messages().Count.ShouldBe(0);
        File.Exists(school.Workspace.Workspace.Paths.ContactKey).ShouldBeFalse();
    }

    [Fact]
    public async Task After_another_key_took_the_first_ones_place_nothing_is_counted_twice()
    {
        using var school = await TextSchool.OpenAsync(families: false);
        await school.ImportAsync(Two);
        File.Delete(school.Workspace.Workspace.Paths.ContactKey);
        var sink = await school.RunAsync(Two + "2026-11-04 09:00:00,o.admin,07700 900123,,Hi\n");
        sink.Of<TextMessageImport>().ShouldHaveSingleItem().Added.ShouldBe(1);
        sink.Warnings.ShouldContain(w => w.Contains("under another key", StringComparison.Ordinal));
        school.Workspace.Store.TextMessages.Messages().Count.ShouldBe(3);
    }

    [Fact]
    public async Task No_byte_of_the_workspace_and_nothing_shown_holds_a_number_or_a_word_of_a_text()
    {
        string[] secrets = ["900123", "900124", "900777", "900888", "900999", "sekret", "parent.own"];
        using var school = await TextSchool.OpenAsync();
        var sink = await school.RunAsync(
            "2026-11-03 09:00:00,d.okonkwo,07700 900123,Delivered to 07700 900124,sekret\n"
            + "2026-11-03 09:01:00,07700 900777,07700 900888,,sekret\n"
            + "2026-11-03 09:02:00,parent.own@mail.example,07700 900999,,sekret\n"
            + "2026-11-03 09:03:00,07700 900124,Rosewood,,sekret\n"
            + "2026-11-03 09:04:00,=HYPERLINK(1),7.7009E+09,,sekret\n");
        File.Delete(Path.Combine(school.Workspace.Folder, "texts.csv"));
        var found = await school.FindAsync(possible: true);
        found.Of<TextMessageMisuse>().Count().ShouldBeGreaterThanOrEqualTo(2);
        Leaks.In([sink, found], secrets).ShouldBeEmpty();
        Leaks.InFolder(school.Workspace.Folder, secrets).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE text_message SET sender = 'x'")]
    [InlineData("UPDATE text_import SET messages = 9")]
    public async Task What_is_recorded_is_never_edited(string sql)
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync(Two);
        Should.Throw<Exception>(() => school.Workspace.Store.Execute(sql)).Message.ShouldContain("never edited");
    }

    [Fact]
    public async Task What_a_person_sent_can_be_taken_out()
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync(Two);
        var id = school.Workspace.As("d.okonkwo").Person!.Id;
        using var change = school.Workspace.Context("test").BeginChange();
        school.Workspace.Store.TextMessages.Erase(change, id).ShouldBe(1);
        change.Audit("GOV-1", id, before: null, after: null);
        change.Commit();
        school.Workspace.Store.TextMessages.Messages().Count.ShouldBe(1);
    }
}
