using Rosewood.PolicyAdmin.Correspondence.Signatures;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Signatures;

public sealed class SignatureReaderTests
{
    private static readonly Person Daniel = Called("Daniel Okonkwo");
    private static readonly Person Niamh = Called("Niamh O'Brien");

    [Theory]
    [InlineData("Dear Mrs One,\n\nTom did well.\n\nKind regards\nDaniel Okonkwo\nClass teacher\nM: 07700 900999", nameof(OwnershipSign.Signature))]
    [InlineData("Thanks\r\n\r\nDaniel\r\n07700 900999", nameof(OwnershipSign.Signature))]
    [InlineData("Daniel Okonkwo | Rosewood School | T: 01632 960900 | Mob: 07700 900999 | www.rosewood.example", nameof(OwnershipSign.Signature))]
    [InlineData("Daniel Okonkwo 07700 900999", nameof(OwnershipSign.Signature))]
    [InlineData("DANIEL OKONKWO\n07700 900999 d.okonkwo@rosewood.example", nameof(OwnershipSign.Signature))]
    [InlineData("Kind regards,\n07700 900999", nameof(OwnershipSign.Closing))]
    [InlineData("Many thanks!\nMr O\nMobile 07700 900999", nameof(OwnershipSign.Closing))]
    [InlineData("My mobile is 07700 900999 if you need me.", nameof(OwnershipSign.Said))]
    [InlineData("my own number: 07700 900999", nameof(OwnershipSign.Said))]
    [InlineData("Text me any time on 07700 900999", nameof(OwnershipSign.Said))]
    [InlineData("You can reach me on my mobile 07700 900999 tonight", nameof(OwnershipSign.Said))]
    [InlineData("WhatsApp me on 07700 900999", nameof(OwnershipSign.Said))]
    public void A_number_that_its_writer_gives_as_their_own_is_read(string text, string sign) =>
        SignatureReader.Read(text, Daniel).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            n => n.Key.ShouldBe("+447700900999"),
            n => n.Value.ToString().ShouldBe(sign));

    [Theory]
    [InlineData("The minibus driver's number is 07700 900999.\n\nThanks\nDaniel")]
    [InlineData("Thanks\nDaniel\n\nPS The swimming club: 07700 900999")]
    [InlineData("Thanks\nDaniel\nSchool mobile: 07700 900999")]
    [InlineData("Call me on my work mobile 07700 900999")]
    [InlineData("Text me on the trip phone: 07700 900999")]
    [InlineData("Call me when you have rung the taxi firm on 07700 900999")]
    [InlineData("My husband's mobile is 07700 900999")]
    [InlineData("Please get me the number 07700 900999 of the taxi")]
    [InlineData("Out of hours ring the helpline on 07700 900999.\nDaniel Okonkwo")]
    [InlineData("Thanks\nDaniel\nT: 01632 960900")]
    [InlineData("My number is 01632 960900")]
    [InlineData("Thanks\nDaniel\n\nOn 3 Nov 2026, at 10:02, Mother One <mother@gmail.com> wrote:\n> Ring me on 07700 900999")]
    [InlineData("Thanks\nDaniel\n\nOn Tue, 3 Nov 2026 at 10:02, Mother One\n<mother@gmail.com> wrote:\nMy mobile is 07700 900999")]
    [InlineData("Thanks\nDaniel\n________________________________\nFrom: Mother One\nSent: 03 November 2026 10:02\nTo: Daniel Okonkwo\nSubject: Tom\n\nMy mobile is 07700 900999")]
    [InlineData("Thanks\nDaniel\n-----Original Message-----\nMy mobile is 07700 900999")]
    [InlineData("Thanks\nDaniel\nBegin forwarded message:\nMy mobile is 07700 900999")]
    [InlineData("> My mobile is 07700 900999\nThanks\nDaniel")]
    [InlineData("07700 900999")]
    [InlineData("")]
    public void The_number_of_anybody_else_is_not(string text) => SignatureReader.Read(text, Daniel).ShouldBeEmpty();

    [Fact]
    public void A_land_line_is_a_private_one_where_the_text_says_so() =>
        SignatureReader.Read("My home number is 01632 960555", Daniel).ShouldHaveSingleItem().Value.ShouldBe(OwnershipSign.Said);

    [Fact]
    public void Names_are_compared_whatever_apostrophe_they_are_written_with() =>
        SignatureReader.Read("Niamh O\u2019Brien\n07700 900999", Niamh).ShouldHaveSingleItem().Value.ShouldBe(OwnershipSign.Signature);

    [Fact]
    public void Of_several_signs_the_surest_counts() =>
        SignatureReader.Read("My mobile is 07700 900999.\nKind regards\n07700 900999", Daniel).ShouldHaveSingleItem().Value.ShouldBe(OwnershipSign.Said);

    private static Person Called(string name) => new("P-0001", "a@rosewood.example", name, RoleSet.Of(Role.Teacher), [], [], WorkPhone: null, StartDate: null, EndDate: null);

    [Fact]
    public void Long_and_hostile_text_is_read_in_time()
    {
        var hostile = string.Concat(Enumerable.Repeat("my number is is is now changed to to ", 4000)) + "\n" + new string('0', 200_000) + "\n" + string.Concat(Enumerable.Repeat("0 7 7 - 0 ", 30_000)) + "\nDaniel\n07700 900999";
        SignatureReader.Read(hostile, Daniel).ContainsKey("+447700900999").ShouldBeTrue();
    }
}
