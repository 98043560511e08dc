using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>Writes the planted stories into a day's log.</summary>
internal sealed class DemoStoryTraffic(ulong seed)
{
    private const string PolledInterface = "graph.facebook.com";

    /// <summary>The stories that begin on the day.</summary>
    public void Run(DemoDayLog log)
    {
        foreach (var story in DemoStories.All)
        {
            if (DateOnly.FromDateTime(story.From.DateTime) == log.Date)
            {
                Tell(log, new DemoRandom(seed, story.Id, log.Date.DayNumber), story);
            }
        }
    }

    private static void Tell(DemoDayLog log, DemoRandom random, DemoStory story)
    {
        var client = new DemoClient(story.Address, story.User);
        var service = DemoServices.Named(story.Service);
        var from = (int)story.From.TimeOfDay.TotalMilliseconds;
        var until = from + (int)(story.Until - story.From).TotalMilliseconds;
        if (story.User is not null && story.Verdict is not Verdict.Background)
        {
            log.Challenge(random, client, from, service.PersonHosts[0]);
        }

        switch (story.Verdict)
        {
            case Verdict.BlockedAttempt:
                DemoUse.Refused(log, random, client, from, until, service);
                break;
            case Verdict.Embedded:
                DemoUse.Embedded(log, random, client, from, until, service);
                break;
            case Verdict.Background when story.Reason == ReasonCode.MachineRhythm:
                DemoUse.Rhythm(log, random, client, from, until, PolledInterface);
                break;
            case Verdict.Background:
                DemoUse.Push(log, random, client, from, until, service);
                break;
            default:
                Use(log, random, client, from, until, service, story.RefusedFirst);
                if (story.OpenUntil is { } closed)
                {
                    log.Hold(random, client, until, (int)closed.TimeOfDay.TotalMilliseconds, service.PersonHosts[0]);
                }

                break;
        }
    }

    private static void Use(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, DemoService service, bool refusedFirst)
    {
        const int FirstMinute = 60_000;
        if (refusedFirst)
        {
            DemoUse.Refused(log, random, client, from, from + FirstMinute, service);
            from += FirstMinute;
        }

        DemoUse.Person(log, random, client, from, until, service);
    }
}
