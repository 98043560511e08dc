using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Enforcement.Groups;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Groups;

/// <summary>What is written is read back the same, whatever people and groups are called.</summary>
public sealed class GroupFileTests
{
    private const string GroupName = "cn=Zoë's #1 group,ou=groups,dc=rosewood,dc=example";
    private static readonly DateTimeOffset Until = new(2026, 11, 24, 15, 30, 0, 1, TimeSpan.Zero);

    public static TheoryData<EnforcementFormat> Formats { get; } = new(EnforcementFormat.Csv, EnforcementFormat.PowerShell, EnforcementFormat.Ldif);

    [Property(MaxTest = 400)]
    public Property Every_list_is_read_back_as_it_was_written()
    {
        var pieces = Gen.Elements(
            "a", "Z", "é", "e\u0301", "日本", "😀", " ", "  ", "'", "''", "\u2018", "\u2019", "\u201A", "\u201B", "\"", "\u201C", "`", "$", "$(calc)", "@", "=", "+", "-", "|", "\uFF1D", ",", ";", "#", "%", "%n",
            "\\", "/", "\n", "\r", "\r\n", "\t", "\n ", "\n-\n", ":", "<", "{", "}", ")", "}; Name = '", "' }\n)", "<#", "#>", "\u2028", "\u0085", "a long piece of text that makes lines longer than they may be");
        var text = pieces.ListOf().Select(string.Concat);
        var entry = from account in text from name in text from grants in text from until in Gen.Elements<DateTimeOffset?>(null, Until, Until.AddTicks(7)) select new GroupEntry(account, name, grants, until);
        var inFormat = from list in entry.ListOf() from format in Gen.Elements(EnforcementFormat.Csv, EnforcementFormat.PowerShell, EnforcementFormat.Ldif) select (List: list, Format: format);
        return Prop.ForAll(inFormat.ToArbitrary(), c => GroupFile.Read(Target(c.Format), GroupFile.Write(Target(c.Format), [.. c.List])).ShouldBe(c.List.Select(e => Kept(e, c.Format))));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_byte_that_is_changed_taken_or_added_is_noticed_or_changes_nothing(EnforcementFormat format)
    {
        GroupEntry[] entries = [new("n.obrien@rosewood.example", "Niamh O’Brien", "G-0001", Until), new("+x@rosewood.example", "=1+1", "G-0002;USE-3", null)];
        var sound = GroupFile.Write(Target(format), entries);
        var expected = entries.Select(e => Kept(e, format)).ToList();
        for (var i = 0; i < sound.Length; i++)
        {
            byte[] cut = [.. sound[..i], .. sound[(i + 1)..]];
            byte[] grown = [.. sound[..i], sound[i], .. sound[i..]];
            foreach (var damaged in new[] { cut, grown, sound[..i] })
            {
                Differs(Target(format), damaged, expected).ShouldBeTrue($"{format}, byte {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_list_of_nobody_is_a_whole_list(EnforcementFormat format) =>
        GroupFile.Read(Target(format), GroupFile.Write(Target(format), [])).ShouldBeEmpty();

    [Fact]
    public void Csv_has_the_columns_an_instant_and_no_formula()
    {
        var text = Text(GroupCsv.Write([new("=cmd@rosewood.example", "Niamh \"N\" O'Brien, head\nof IT", "G-0001;G-0002", Until), new("'-x@rosewood.example", "Nell", "USE-3", null)]));
        text.ShouldBe("\uFEFFUserPrincipalName,DisplayName,GrantId,Until\r\n'=cmd@rosewood.example,\"Niamh \"\"N\"\" O'Brien, head\nof IT\",\"G-0001;G-0002\",2026-11-24T15:30:00.001Z\r\n''-x@rosewood.example,Nell,USE-3,\r\n");
    }

    [Fact]
    public void Ldif_replaces_the_login_names_and_writes_what_is_not_plain_in_base64_on_lines_of_76()
    {
        const string Long = "cn=Zoë's #1 group of all who may,ou=groups,dc=rosewood,dc=example";
        var text = Text(GroupLdif.Write(Long, [new("n.obrien", "", "", null), new(":x", "", "", null), new("x ", "", "", null), new(new string('a', 90), "", "", null)]));
        text.ShouldStartWith("version: 1\n\n#");
        text.ShouldContain($"\ndn:: {Convert.ToBase64String(Encoding.UTF8.GetBytes(Long))[..71]}\n ");
        text.ShouldContain("\nchangetype: modify\nreplace: memberUid\nmemberUid: n.obrien\nmemberUid:: Ong=\nmemberUid:: eCA=\n");
        text.ShouldContain($"\nmemberUid: {new string('a', 65)}\n {new string('a', 25)}\n-\n");
        text.Split('\n').ShouldAllBe(l => l.Length <= 76);
    }

    [Fact]
    public void A_script_is_for_the_directory_whose_group_is_named()
    {
        var entra = Text(GroupFile.Write(Target(EnforcementFormat.PowerShell) with { GroupId = new Guid("11111111-2222-3333-4444-555555555555") }, []));
        entra.ShouldStartWith("\uFEFF#Requires");
        entra.ShouldContain("\n#Requires -Modules Microsoft.Graph.Authentication\n");
        entra.ShouldContain("\n$group = '11111111-2222-3333-4444-555555555555'\n$members = @(\n)\n");

        // Without the reference at its end, in a string that PowerShell does not fill in, this request would delete the person's account.
        entra.ShouldContain("-Method DELETE -Uri ('v1.0/groups/' + $group + '/members/' + $id + '/$ref')");
        entra.Split('\n').Count(l => l.Contains("DELETE", StringComparison.Ordinal)).ShouldBe(1);

        var onSite = Text(GroupFile.Write(Target(EnforcementFormat.PowerShell), [new("n.o’brien@rosewood.example", "Niamh O'Brien", "G-0001", null)]));
        onSite.ShouldContain("\n#Requires -Modules ActiveDirectory\n");
        onSite.ShouldContain("\n$group = 'cn=Zoë''s #1 group,ou=groups,dc=rosewood,dc=example'\n$members = @(\n    @{ Account = 'n.o’’brien@rosewood.example'; Name = 'Niamh O''Brien'; Grant = 'G-0001' }\n)\n");
        onSite.ShouldContain("SupportsShouldProcess");
    }

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("O'Brien", "'O''Brien'")]
    [InlineData("\u2018\u2019\u201A\u201B", "'\u2018\u2018\u2019\u2019\u201A\u201A\u201B\u201B'")]
    [InlineData("$(x) `n \"", "'$(x) `n \"'")]
    public void A_text_is_quoted_so_that_nothing_in_it_runs(string text, string quoted) => GroupScript.Quote(text).ShouldBe(quoted);

    private static EnforcementTargetConfig Target(EnforcementFormat format) => new("exempt", EnforcementTargetKind.Group) { Format = format, GroupName = GroupName };

    private static GroupEntry Kept(GroupEntry entry, EnforcementFormat format) => format switch
    {
        EnforcementFormat.Csv => entry,
        EnforcementFormat.PowerShell => entry with { Until = null },
        _ => new GroupEntry(entry.Account, "", "", Until: null),
    };

    /// <summary>Whether a damaged file is refused, or is at least another list: one letter of a name more is no damage that can be seen.</summary>
    private static bool Differs(EnforcementTargetConfig target, byte[] content, List<GroupEntry> expected)
    {
        try
        {
            return !GroupFile.Read(target, content).SequenceEqual(expected);
        }
        catch (FormatException)
        {
            return true;
        }
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);
}
