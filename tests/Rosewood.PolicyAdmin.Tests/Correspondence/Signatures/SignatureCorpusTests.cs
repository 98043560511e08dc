using Rosewood.PolicyAdmin.Correspondence.Signatures;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Signatures;

/// <summary>Every way of signing with every way of writing a number, and the letters in which numbers of others stand.</summary>
public sealed class SignatureCorpusTests
{
    private const string Wanted = "+447700900999";
    private static readonly Person Writer = new("P-0001", "s.ni@rosewood.example", "Siobhán Ní Dhomhnaill-O'Brien", RoleSet.Of(Role.Teacher), [], [], WorkPhone: null, StartDate: null, EndDate: null);

    private static readonly string[] Numbers =
    [
        "07700900999", "07700 900999", "07700 900 999", "077 0090 0999", "(07700) 900999", "07700-900-999", "07700.900.999",
        "+447700900999", "+44 7700 900999", "+44 (0)7700 900999", "+44(0)7700900999", "0044 7700 900999",
    ];

    private static readonly string[] Closings = ["Kind regards", "Best wishes,", "Many thanks", "Thanks!", "Regards", "Yours sincerely,", "All the best", ""];

    private static readonly string[] Names = ["Siobhán Ní Dhomhnaill-O'Brien", "Siobhán", "Miss S. Dhomhnaill", "SIOBHÁN NÍ DHOMHNAILL-O\u2019BRIEN", "Siobhán Ní Dhomhnaill-O'Brien (she/her)"];

    private static readonly string[] Lines =
    [
        "{0}", "M: {0}", "Mob {0}", "Mobile: {0}", "Mobile - {0}", "Mobile – {0}", "m. {0}", "Tel: {0}", "T {0}", "Phone {0}", "Phone number: {0}", "WhatsApp: {0}", "Home: {0}",
        "T: 01632 960900 | M: {0}", "01632 960900 / {0}", "Tel 01632 960900  Mob {0}", "T: 01632 960900, M: {0}", "M: {0} | E: s.ni@rosewood.example", "M: {0} • www.rosewood.example",
    ];

    private static readonly string[] Innocent =
    [
        "The coach driver is on {0}.", "Taxi: {0}", "Swimming club {0}", "Please ring Tom's gran, {0}.", "Mrs Jones's mobile is {0}.", "His number is {0}.", "Their new number: {0}",
        "Emergency contact: {0}", "Out of hours, call {0}", "School mobile: {0}", "Trip phone {0}", "Office mobile {0}", "Ring the office on {0}", "My husband's number is {0}", "My class phone is {0}",
        "The number you gave me is {0}", "Is {0} still right?", "I tried {0} twice.", "We have {0} for Dad and 07700 900111 for Mum.", "Call me when you have spoken to them on {0}", "Driver mobile: {0}",
    ];

    [Fact]
    public void However_somebody_signs_their_number_is_read()
    {
        var missed = new List<string>();
        foreach (var number in Numbers)
        {
            foreach (var line in Lines)
            {
                var written = string.Format(null, line, number);
                foreach (var name in Names)
                {
                    missed.AddRange(Closings.Select(c => $"The coach leaves at nine.\n\n{c}\n{name}\nClass teacher, Oak\nRosewood School\n{written}\n").Where(IsMissed));
                }

                missed.AddRange(Closings.Where(static c => c.Length > 0).Select(c => $"Thank you for the form.\r\n{c}\r\n\r\n{written}").Where(IsMissed));
            }
        }

        missed.ShouldBeEmpty();

        static bool IsMissed(string text) => !SignatureReader.Read(text, Writer).ContainsKey(Wanted);
    }

    [Fact]
    public void Numbers_of_others_are_not_read_above_the_name_nor_in_an_afterthought()
    {
        var taken = new List<string>();
        foreach (var text in Innocent.SelectMany(static line => Numbers, static (line, number) => string.Format(null, line, number)))
        {
            taken.AddRange(new[] { $"Dear all,\n\n{text}\n\nKind regards\nSiobhán", $"See you on Monday.\n\nThanks\nSiobhán\n\nPS {text}", $"{text}\nSiobhán", $"Thanks\nSiobhán\n{text}" }.Where(static t => SignatureReader.Read(t, Writer).Count > 0));
        }

        taken.ShouldBeEmpty();
    }
}
