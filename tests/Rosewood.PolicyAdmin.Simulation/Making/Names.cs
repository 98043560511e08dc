using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>Names as a British staff list has them.</summary>
internal static class Names
{
    private static readonly string[] First =
    [
        "Helen", "Aoife", "Tomás", "Priya", "Gareth", "Ruth", "Dawn", "Kofi", "Zoë", "Imogen", "Beverley", "François", "Maureen", "Siân",
        "Daniel", "Marta", "Ben", "Sarah", "Nadia", "Elin", "Iain", "Lan", "Róża", "Catherine", "Harriet", "Oisín", "Kiran", "Paolo",
        "Victoria", "Alasdair", "Callum", "Joanna", "Jamie", "Leanne", "Marek", "Fatima", "Sanjay", "Bronwen", "Tariq", "Chloe",
    ];

    private static readonly string[] Last =
    [
        "Ashworth", "Donnelly", "O'Brien", "Raghunathan", "Llewellyn", "Oyelaran", "Featherstone", "Mensah", "Whitfield", "Hartley",
        "Stonehouse", "Delacroix", "Quigley", "Prosser", "Okonkwo", "Kowalczyk", "Achterberg", "Jones", "Rahman", "Strand", "MacLeod",
        "Nguyễn", "Bielak", "Adair", "Whitcombe", "Fitzgerald", "Banerjee", "Marchetti", "Holloway", "Sutherland", "Frayne", "Pike",
        "Thorncroft", "McAllister", "Wójcik", "Hussain", "Patel", "Griffiths", "Malik", "Booth", "Ward", "Hughes", "Khan", "Ellis", "Dyer",
    ];

    /// <summary>A name and its login; the login is unique among those taken.</summary>
    public static (string Name, string Login) Make(Dice dice, HashSet<string> taken)
    {
        var (first, last) = (dice.Pick(First), dice.Pick(Last));
        var stem = Plain(first)[..1] + "." + Plain(last);
        var login = stem;
        for (var i = 2; !taken.Add(login); i++)
        {
            login = string.Create(CultureInfo.InvariantCulture, $"{stem}{i}");
        }

        return (first + " " + last, login);
    }

    /// <summary>A first name.</summary>
    public static string FirstName(Dice dice) => dice.Pick(First);

    private static string Plain(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.Replace('ł', 'l').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
        }

        return text.ToString();
    }
}
