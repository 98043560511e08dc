using System.Globalization;
using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Correspondence;

/// <summary>A small school whose mail a test writes line by line, and then has searched by the command.</summary>
internal sealed class MailSchool : IDisposable
{
    public const string Daniel = "d.okonkwo@rosewood.example";
    public const string DanielOwn = "daniel.okonkwo@gmail.com";
    public const string Marta = "m.reid@rosewood.example";
    public const string Pat = "p.parent@rosewood.example";
    public const string PatOwn = "pat.parent@hotmail.co.uk";
    public const string Office = "office@rosewood.example";
    public const string Mother = "mother.one@gmail.com";
    public const string Father = "father.one@yahoo.co.uk";
    public const string Two = "two.parent@btinternet.com";

    private const string Staff = """
        UserPrincipalName,DisplayName,Roles,LoginNames,PersonalAddresses
        h.head@rosewood.example,Hana Head,HeadTeacher,h.head,
        d.okonkwo@rosewood.example,Daniel Okonkwo,Teacher,d.okonkwo,daniel.okonkwo@gmail.com
        m.reid@rosewood.example,Marta Kowalczyk-Reid,Teacher,m.reid,
        s.jones@rosewood.example,Sarah Jones,Teacher,s.jones,
        s.jones2@rosewood.example,Simon Jones,Support,s.jones2,
        p.parent@rosewood.example,Pat Parent,Teacher,p.parent,pat.parent@hotmail.co.uk
        it.tech@rosewood.example,Ivy Tech,Technician,it.tech,

        """;

    private const string FamilyRows = """
        FamilyId,Relationship,Address,Phone
        F-1,Mother,Mother.One+school@gmail.com,07700 900123
        F-1,Father,father.one@yahoo.co.uk,+44 (0)7700 900124
        F-2,Parent,two.parent@btinternet.com,
        F-9,Parent,pat.parent@hotmail.co.uk,

        """;

    private readonly StringBuilder _trace = new("date_time_utc,sender_address,recipient_address,message_id,status,message_subject\n");
    private readonly List<object> _headers = [];
    private readonly List<object> _texts = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _rows;

    private MailSchool(TempWorkspace workspace) => Workspace = workspace;

    public TempWorkspace Workspace { get; }

    public static async Task<MailSchool> OpenAsync(CorrespondenceConfig? config = null, string moreFamilies = "", string moreStaff = "")
    {
        var workspace = new TempWorkspace(TestConfig.School with { Correspondence = config ?? new() });
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", Staff + moreStaff) });
        var families = workspace.Write("families.csv", FamilyRows + moreFamilies);
        await workspace.RunAsync(new ImportFamilyContact { Path = families });
        File.Delete(families);
        return new MailSchool(workspace);
    }

    /// <summary>A message as the trace has it: a row for each recipient.</summary>
    public MailSchool Sent(string at, string from, string id, params string[] to)
    {
        foreach (var recipient in to)
        {
            Row(at, from, recipient, id);
        }

        return this;
    }

    public MailSchool Row(string at, string from, string to, string id, string status = "Delivered", string subject = "Re: Tuesday")
    {
        _rows++;
        _trace.Append(CultureInfo.InvariantCulture, $"{at},{from},{to},<{id}>,{status},{subject}\n");
        return this;
    }

    /// <summary>From now on, headers call an address by a name.</summary>
    public MailSchool Called(string address, string name)
    {
        _names[address] = name;
        return this;
    }

    /// <summary>A message as Graph has it, as it was sent: in a conversation, and without the headers that only what was received has.</summary>
    public MailSchool InConversation(string at, string from, string id, string[] to, string conversation, string subject = "")
    {
        _headers.Add(new { internetMessageId = $"<{id}>", sentDateTime = at, subject, conversationId = conversation, from = Mailbox(from), toRecipients = to.Select(Mailbox).ToList() });
        return this;
    }

    /// <summary>A message as Graph has it, with its headers.</summary>
    public MailSchool Headed(string at, string from, string id, string[] to, string? answers = null, string[]? cc = null, params (string Name, string Value)[] more)
    {
        _headers.Add(new
        {
            internetMessageId = $"<{id}>",
            sentDateTime = at,
            from = Mailbox(from),
            toRecipients = to.Select(Mailbox).ToList(),
            ccRecipients = (cc ?? []).Select(Mailbox).ToList(),
            internetMessageHeaders = more.Select(m => new { name = m.Name, value = m.Value })
                .Concat(answers is null ? [] : [new { name = "In-Reply-To", value = $"<{answers.Split(' ')[0]}>" }, new { name = "References", value = string.Join(' ', answers.Split(' ').Reverse().Select(a => $"<{a}>")) }]),
        });
        return this;
    }

    /// <summary>A message as Graph has it, with its text: HTML where it looks like it.</summary>
    public MailSchool Texted(string at, string from, string id, string text, params string[] to)
    {
        _texts.Add(new
        {
            internetMessageId = $"<{id}>",
            sentDateTime = at,
            from = Mailbox(from),
            toRecipients = to.Select(Mailbox).ToList(),
            uniqueBody = new { contentType = text.StartsWith('<') ? "html" : "text", content = text },
        });
        return this;
    }

    /// <summary>Weeks of ordinary letters and answers between the school and families, from 1 September on.</summary>
    public MailSchool Ordinary(int days = 60)
    {
        for (var day = 0; day < days; day++)
        {
            var at = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero).AddDays(day);
            var (sent, answer) = ($"sent{day}@LO2P265MB{day}.GBRP265.PROD.OUTLOOK.COM", $"answer{day}@mail.gmail.com");
            Sent(Text(at), Marta, sent, Two);
            Sent(Text(at.AddHours(3)), Two, answer, Marta);
            Headed(Text(at), Marta, sent, [Two]);
            Headed(Text(at.AddHours(3)), Two, answer, [Marta], sent);
        }

        return this;

        static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }

    public async Task<RecordingSink> RunAsync(bool possible = false, string? rules = null, string? mailboxes = null, string[]? user = null) => await Workspace.RunAsync(Search(possible, rules, mailboxes, user));

    public async Task<Fault> FaultOfAsync() => await Workspace.FaultOfAsync(Search());

    private FindUnofficialCorrespondence Search(bool possible = false, string? rules = null, string? mailboxes = null, string[]? user = null) => new()
    {
        MessageTrace = _rows > 0 ? [Workspace.Write("trace.csv", _trace.ToString())] : [],
        MessageHeader = _headers.Count > 0 ? [Workspace.Write("headers.json", JsonSerializer.Serialize(_headers))] : [],
        MessageText = _texts.Count > 0 ? [Workspace.Write("texts.json", JsonSerializer.Serialize(_texts))] : [],
        InboxRule = rules is null ? [] : [Workspace.Write("rules.json", rules)],
        Mailbox = mailboxes is null ? [] : [Workspace.Write("mailboxes.csv", mailboxes)],
        IncludePossible = possible,
        User = user ?? [],
    };

    public async Task<List<UnofficialCorrespondence>> FindAsync(bool possible = false, string? rules = null, string? mailboxes = null) =>
        [.. (await RunAsync(possible, rules, mailboxes)).Of<UnofficialCorrespondence>()];

    public async Task<UnofficialCorrespondence> FindOneAsync(string? rules = null, string? mailboxes = null) =>
        (await FindAsync(rules: rules, mailboxes: mailboxes)).ShouldHaveSingleItem();

    private object Mailbox(string address) => new { emailAddress = new { name = _names.GetValueOrDefault(address) ?? "", address } };

    public void Dispose() => Workspace.Dispose();
}
