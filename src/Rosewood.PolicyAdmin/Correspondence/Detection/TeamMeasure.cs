using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Counts messages with families by team. Each person is in one team: that of the first of their roles.</summary>
/// <param name="picture">What was seen.</param>
internal sealed class TeamMeasure(MailPicture picture)
{
    private const string All = "All";
    private readonly Dictionary<Role, int[]> _counts = [];

    private enum Column
    {
        People,
        Sent,
        Received,
        Personal,
    }

    /// <summary>Counts the messages in [from, until), UTC ticks.</summary>
    public void Count(long from, long until)
    {
        var teams = picture.Book.Staff.Where(p => !p.Roles.IsEmpty && picture.Book.IsEmployed(p)).ToDictionary(static p => p.Id, static p => p.Roles.First(), StringComparer.Ordinal);
        foreach (var team in teams.Values)
        {
            Cell(team, Column.People)++;
        }

        foreach (var mail in picture.Mails.Where(m => m.UtcTicks >= from && m.UtcTicks < until))
        {
            var persons = DeclaredUse.Of(picture, mail).Where(static u => u.Families.Count > 0).Select(static u => u.PersonId).Distinct(StringComparer.Ordinal).ToList();
            persons.ForEach(p => Add(p, Column.Personal));

            // An official message in which a personal address is copied in is counted as that, once.
            if (persons.Count == 0)
            {
                CountOfficial(mail);
            }
        }

        void Add(string person, Column column)
        {
            if (teams.TryGetValue(person, out var team))
            {
                Cell(team, column)++;
            }
        }

        void CountOfficial(Mail mail)
        {
            if (mail.From.Kind == PartyKind.Staff && mail.To.Exists(static t => t.Kind == PartyKind.Family))
            {
                Add(mail.From.PersonIds[0], Column.Sent);
            }
            else if (mail.From.Kind == PartyKind.Family)
            {
                foreach (var person in mail.To.Where(static t => t.Kind == PartyKind.Staff).Select(static t => t.PersonIds[0]).Distinct(StringComparer.Ordinal))
                {
                    Add(person, Column.Received);
                }
            }
        }
    }

    /// <summary>The teams with all of them at the end; small counts hidden.</summary>
    public IReadOnlyList<OfficialCorrespondence> Teams()
    {
        var teams = _counts.OrderBy(static c => c.Key).ToList();
        bool IsSmall(int team) => teams[team].Value[(int)Column.People] < SmallCells.Least;
        var (people, sent, received, personal) = (Hide(Column.People), Hide(Column.Sent), Hide(Column.Received), Hide(Column.Personal));
        var rows = teams.Select((t, i) => Row(t.Key.ToString(), people[i], sent[i], received[i], personal[i])).ToList();
        rows.Add(Row(All, Total(Column.People), Total(Column.Sent), Total(Column.Received), Total(Column.Personal)));
        return rows;

        int?[] Hide(Column column) => SmallCells.Hide([.. teams.Select(t => t.Value[(int)column])], IsSmall);

        int? Total(Column column) => teams.Sum(t => t.Value[(int)column]) is var sum && sum is > 0 and < SmallCells.Least ? null : sum;
    }

    private static OfficialCorrespondence Row(string team, int? people, int? sent, int? received, int? personal)
    {
        var official = sent + received;
        double? share = official + personal > 0 ? Math.Round((double)official!.Value / (official.Value + personal!.Value), 3) : null;
        return new OfficialCorrespondence(team, people, sent, received, official, personal, share);
    }

    private ref int Cell(Role team, Column column)
    {
        if (!_counts.TryGetValue(team, out var cells))
        {
            _counts.Add(team, cells = new int[Enum.GetValues<Column>().Length]);
        }

        return ref cells[(int)column];
    }
}
