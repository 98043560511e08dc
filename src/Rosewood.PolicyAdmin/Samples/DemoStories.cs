using System.Globalization;
using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// The planted stories of the demo fortnight. Complete for what needs a person's eyes: the demo's log holds no other Unexplained,
/// PersonalInSession or BlockedAttempt visits. Of the other verdicts a school's ordinary days hold many more.
/// </summary>
public static class DemoStories
{
    private static readonly DemoRoster Roster = DemoRoster.Load();

    /// <summary>The first day of the fortnight.</summary>
    public static DateOnly FirstDay { get; } = new(2026, 11, 9);

    /// <summary>Its last day.</summary>
    public static DateOnly LastDay { get; } = new(2026, 11, 22);

    /// <summary>The fortnight's school days.</summary>
    internal static IEnumerable<DateOnly> SchoolDays => Enumerable.Range(FirstDay.DayNumber, LastDay.DayNumber - FirstDay.DayNumber + 1)
        .Select(DateOnly.FromDayNumber)
        .Where(static d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>All stories, in order of time.</summary>
    public static IReadOnlyList<DemoStory> All { get; } = [.. Authorised()
        .Concat(Refused())
        .Concat(WithoutCover())
        .Concat(OwnDevices())
        .Concat(Machines())
        .OrderBy(s => s.From)
        .ThenBy(s => s.Id, StringComparer.Ordinal)];

    private static IEnumerable<DemoStory> Authorised()
    {
        const string Deputy = "a.nidhonnchadha";
        const string DeputySentence = "The deputy answers families from her school mobile, as USE-3 lets her.";
        foreach (var (when, minutes) in new[] { ("2026-11-09 12:32", 9), ("2026-11-10 16:05", 12), ("2026-11-13 09:25", 6), ("2026-11-17 12:20", 11), ("2026-11-19 17:40", 14) })
        {
            yield return On("deputy-mobile", Deputy, "RW-MOB-02", when, minutes, "Facebook", Verdict.Authorised, ReasonCode.StandingAuthorisation, DeputySentence);
        }

        yield return On("deputy-whatsapp", Deputy, "RW-MOB-02", "2026-11-18 10:15", 8, "WhatsApp", Verdict.Authorised, ReasonCode.StandingAuthorisation, "The deputy writes to a family that answers nowhere else, in a session and from her school mobile.");
        yield return On("head-mobile", "h.ashworth-bell", "RW-MOB-01", "2026-11-11 17:05", 10, "Facebook", Verdict.Authorised, ReasonCode.StandingAuthorisation, "The head posts the winter fair from her school mobile.");
        foreach (var (when, service) in new[] { ("2026-11-10 10:02", "Facebook"), ("2026-11-12 09:41", "X"), ("2026-11-16 14:10", "Facebook"), ("2026-11-20 11:12", "X") })
        {
            yield return On("communications", "i.hartley", "RW-OFF-03", when, 13, service, Verdict.Authorised, ReasonCode.Grant, "The communications lead keeps the school's own page; the head authorised Facebook and X on 2 November.");
        }

        yield return On("music-granted", "s.prosser", "RW-LAP-01", "2026-11-10 11:15", 17, "YouTube", Verdict.Authorised, ReasonCode.Grant, "A music lesson with concert films, granted until 13 November.");
        yield return On("careers-granted", "d.okonkwo", "RW-LAP-02", "2026-11-16 13:30", 9, "LinkedIn", Verdict.Authorised, ReasonCode.Grant, "The careers lead looks for employers for the careers fair.");
        yield return On("art-unconfirmed", "m.kowalczyk-reid", "RW-LAP-03", "2026-11-13 11:05", 11, "Pinterest", Verdict.Authorised, ReasonCode.Grant, "Pictures for an art lesson under a grant that its authoriser has not confirmed yet.");
        yield return On("trip-before-refusal", "c.dunmore", "RW-CLS-03", "2026-11-10 08:24", 7, "Instagram", Verdict.Authorised, ReasonCode.Grant, "Used while the grant stood; on the next day its named authoriser said no.");
        yield return On("science-named-laptop", "n.rahman", "RW-LAP-06", "2026-11-17 09:20", 12, "YouTube", Verdict.Authorised, ReasonCode.Grant, "A senior leader granted one science lesson's films on this laptop alone.");
        var film = On("science-film-stays-open", "n.rahman", "RW-LAP-06", "2026-11-19 08:04", 9, "YouTube", Verdict.Authorised, ReasonCode.Grant, "The grant ended at 08:15; a film that was running stayed open until 08:35, since the proxy does not ask again inside an open connection. Nobody did anything wrong.");
        yield return film with { OpenUntil = film.From.AddMinutes(31), OutlivedGrantBy = TimeSpan.FromMinutes(20) };
    }

    private static IEnumerable<DemoStory> Refused()
    {
        yield return On("deputy-computer", "a.nidhonnchadha", "RW-SLT-02", "2026-11-10 08:20", 2, "Facebook", Verdict.BlockedAttempt, ReasonCode.RefusedByFilter, "The deputy tries Facebook on her school computer: USE-3 is for school mobiles.");
        yield return On("trip-after-refusal", "c.dunmore", "RW-CLS-03", "2026-11-12 08:12", 1, "Instagram", Verdict.BlockedAttempt, ReasonCode.RefusedByFilter, "The grant was refused the day before, and the proxy holds.");
        yield return On("lunch-on-school-computer", "s.jones2", "RW-CLS-05", "2026-11-13 12:52", 2, "Facebook", Verdict.BlockedAttempt, ReasonCode.RefusedByFilter, "Lunch makes no difference on a school computer.");
        yield return At("laptop-at-home", "n.rahman", DemoPeople.VpnAddress(6), "2026-11-15 20:10", 3, "Facebook", Verdict.BlockedAttempt, ReasonCode.RefusedByFilter, "A school laptop at home is still a school laptop.");
        yield return On("supply-teacher", "o.bright", "RW-CLS-02", "2026-11-18 08:15", 1, "Snapchat", Verdict.BlockedAttempt, ReasonCode.RefusedByFilter, "A supply teacher in her third week tries Snapchat once.");
        yield return On("pupil-refused", "p.1987", "RW-CLS-04", "2026-11-19 11:05", 3, "TikTok", Verdict.BlockedAttempt, ReasonCode.RefusedByFilter, "A pupil's account is refused; the report counts it and names nobody.");
    }

    private static IEnumerable<DemoStory> WithoutCover()
    {
        yield return On("old-block-list", "b.achterberg", "RW-LAP-04", "2026-11-11 13:24", 8, "X", Verdict.Unexplained, ReasonCode.NoGrant, "The old block list refuses twitter.com but never heard of x.com.") with { RefusedFirst = true };
        yield return On("personal-mail", "j.pike", "RW-CLS-04", "2026-11-16 10:34", 6, "Outlook.com", Verdict.Unexplained, ReasonCode.NoGrant, "Personal web mail on a school computer: USE-4 names e-mail.");
        yield return On("music-ended", "s.prosser", "RW-LAP-01", "2026-11-17 11:20", 15, "YouTube", Verdict.Unexplained, ReasonCode.GrantEnded, "The same music lesson a week later: the grant ended on 13 November.");
        yield return On("careers-revoked", "d.okonkwo", "RW-LAP-02", "2026-11-19 14:05", 7, "LinkedIn", Verdict.Unexplained, ReasonCode.GrantRevoked, "The careers fair is over and the grant was revoked the day before.");
        yield return On("leavers-account", "c.frayne", "RW-CLS-01", "2026-11-18 16:12", 9, "Tumblr", Verdict.Unexplained, ReasonCode.PersonNotEmployed, "He left on 13 November, yet his account is in use: somebody should close it and ask.");
        yield return On("pupil-askfm", "p.2041", "RW-CLS-10", "2026-11-17 13:30", 5, "Ask.fm", Verdict.Unexplained, ReasonCode.UserNotOnRoster, "An account that is not on the roster, most likely a pupil's.");
        yield return On("library-nobody", null, "RW-LIB-02", "2026-11-12 10:05", 6, "Reddit", Verdict.Unexplained, ReasonCode.NoUser, "A library computer that the proxy lets through without a login.");
    }

    private static IEnumerable<DemoStory> OwnDevices()
    {
        yield return On("lunch-own-phone", "d.larkspur", "Donna's iPhone", "2026-11-10 12:25", 16, "Instagram", Verdict.PersonalPermitted, ReasonCode.OutsideSession, "Her own phone at lunch is nobody's business (USE-2).");
        yield return On("break-own-phone", "k.osei", "KO-phone", "2026-11-12 10:33", 9, "YouTube", Verdict.PersonalPermitted, ReasonCode.OutsideSession, "His own phone in the morning break.");
        yield return On("friday-afternoon", "e.strand", "Elin iPhone", "2026-11-20 14:45", 12, "Facebook", Verdict.PersonalPermitted, ReasonCode.OutsideSession, "Fridays end at 14:30, so 14:45 is after school; on a Thursday it would not be.");
        yield return On("before-the-bell", "m.wojcik", "marek-pixel", "2026-11-18 12:51", 8, "WhatsApp", Verdict.PersonalPermitted, ReasonCode.OutsideSession, "One chat, first part: still lunch.");
        yield return On("after-the-bell", "m.wojcik", "marek-pixel", "2026-11-18 13:00", 8, "WhatsApp", Verdict.PersonalInSession, ReasonCode.InSession, "The same chat goes on past the bell at 13:00.");
        yield return On("phone-in-lesson", "j.thorncroft", "Jamie's phone", "2026-11-19 09:50", 11, "TikTok", Verdict.PersonalInSession, ReasonCode.InSession, "Own phone in the middle of the second lesson.");
        yield return On("phone-in-afternoon", "l.mcallister", "Leanne - Galaxy", "2026-11-17 14:20", 4, "Facebook", Verdict.PersonalInSession, ReasonCode.InSession, "Own phone in the afternoon session.");
    }

    private static IEnumerable<DemoStory> Machines()
    {
        yield return On("like-buttons", "g.llewellyn-price", "RW-SLT-05", "2026-11-09 08:10", 3, "Facebook", Verdict.Embedded, ReasonCode.EmbeddedHostsOnly, "The local paper's pages carry like-buttons; refused buttons are no attempt.");
        yield return On("mobile-at-night", "a.nidhonnchadha", "RW-MOB-02", "2026-11-14 01:10", 120, "Facebook", Verdict.Background, ReasonCode.BackgroundHostsOnly, "The school mobile lies on its charger and asks for messages at night.");
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
        {
            yield return On("sign-early", null, "RW-SIGN-01", Text(day, "00:03"), 417, "Facebook", Verdict.Background, ReasonCode.MachineRhythm, "The screen in the entrance asks graph.facebook.com for the school's own posts, all night in a machine's rhythm.");
            yield return On("sign-late", null, "RW-SIGN-01", Text(day, "18:04"), 353, "Facebook", Verdict.Background, ReasonCode.MachineRhythm, "The screen goes on in the evening.");
        }
    }

    private static DemoStory On(string id, string? login, string device, string when, int minutes, string service, Verdict verdict, ReasonCode reason, string sentence)
    {
        var computer = Roster.Device(device);
        var story = At(id, login, computer.Address, when, minutes, service, verdict, reason, sentence);
        return story with { Device = computer.Name, User = login is null ? null : DemoPeople.LoginAsLogged(login, computer) };
    }

    private static DemoStory At(string id, string? login, string address, string when, int minutes, string service, Verdict verdict, ReasonCode reason, string sentence)
    {
        var local = DateTime.ParseExact(when, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var from = new DateTimeOffset(local, DemoSchool.Zone.GetUtcOffset(local));
        return new DemoStory
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{id}-{from:MMdd}"),
            Person = Roster.Staff.FirstOrDefault(s => string.Equals(s.Login, login, StringComparison.Ordinal))?.Name,
            User = login,
            Device = null,
            Address = address,
            From = from,
            Until = from.AddMinutes(minutes),
            Service = service,
            Verdict = verdict,
            Reason = reason,
            Sentence = sentence,
        };
    }

    private static string Text(DateOnly day, string time) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " " + time;
}
