using Rosewood.PolicyAdmin.Correspondence.Detection;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>Runs all detectors over what was read.</summary>
internal sealed class CorrespondenceSearch
{
    private readonly CorrespondenceMaterial _material;
    private readonly PolicyConfig _config;
    private readonly TimeZoneInfo _zone;

    /// <param name="material">What was read.</param>
    /// <param name="config">The school's settings.</param>
    /// <param name="zone">The school's zone.</param>
    public CorrespondenceSearch(CorrespondenceMaterial material, PolicyConfig config, TimeZoneInfo zone)
    {
        _material = material;
        _config = config;
        _zone = zone;
        Forwards = new ForwardDetector(material.Picture.Book);
        Answers = new UnknownAnswers(material.Picture);
        Threads = new OffSystemThreadDetector(material.Picture, Answers);
    }

    /// <summary>What the settings of mailboxes left open.</summary>
    public ForwardDetector Forwards { get; }

    /// <summary>Families' answers, and whether they can be judged.</summary>
    public UnknownAnswers Answers { get; }

    /// <summary>What answers left open.</summary>
    public OffSystemThreadDetector Threads { get; }

    /// <summary>The signs that stand in [from, until), UTC ticks, and those without a time. What was seen before and after helps to judge them.</summary>
    public IReadOnlyList<Sign> Find(long from, long until)
    {
        var picture = _material.Picture;
        var mails = picture.Mails.ToList();
        var personal = new PersonalAddressDetector(picture, Answers);
        var signs = personal.Find(mails)
            .Concat(new SelfForwardDetector(picture, _zone).Find(mails))
            .Concat(Threads.Find())
            .Concat(Forwards.OfMailboxes(_material.Mailboxes))
            .Concat(Forwards.OfRules(_material.Rules))
            .Concat(_material.Numbers.Find());
        if (_config.Correspondence.ReportNoOfficialCorrespondence)
        {
            signs = signs.Concat(new SilentTermDetector(_zone).Find(picture, _config.SchoolDay.Terms));
        }

        return [.. signs.Where(s => s.UtcTicks == 0 || (s.UtcTicks < until && Math.Max(s.UtcTicks, s.LastTicks) >= from))];
    }
}
