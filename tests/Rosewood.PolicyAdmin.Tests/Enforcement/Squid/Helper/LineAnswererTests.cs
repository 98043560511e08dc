using System.Text;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;
using Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid.Helper;

/// <summary>One question, one answer, as Squid writes and reads them. n.obrien may use Facebook on school devices until ten.</summary>
public sealed class LineAnswererTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly HelperState School = new(SnapshotReader.Parse(SnapshotFile.Bytes(Now), Now).Facts!);

    [Theory]
    [InlineData("0 n.obrien 10.20.1.7 - www.facebook.com 443 CONNECT", "0 OK tag=Grant log=Grant/G-0001")]
    [InlineData("17 ROSEWOOD%5Cn.obrien 10.20.1.7 - FACEBOOK.com. 443 CONNECT -", "17 OK tag=Grant log=Grant/G-0001")]
    [InlineData("4294967295 n.obrien@ROSEWOOD.EXAMPLE 10.20.1.7 - facebook.com 80 GET", "4294967295 OK tag=Grant log=Grant/G-0001")]
    [InlineData("1 N.OBrien 10.20.1.7 00:00:00:00:00:00 facebook.com 80 GET", "1 OK tag=Grant log=Grant/G-0001")]
    [InlineData("2  d.puty  10.20.1.7  0a:1b:2c:3d:4e:60  facebook.com  443  CONNECT \r", "2 OK tag=StandingAuthorisation log=StandingAuthorisation")]
    [InlineData("3 d.puty 10.20.1.7 0a:1b:2c:3d:4e:5f facebook.com 443 CONNECT", "3 ERR tag=NoGrant log=NoGrant")]
    [InlineData("3 d.puty 10.40.0.9 - facebook.com 443 CONNECT", "3 OK tag=StandingAuthorisation log=StandingAuthorisation")]
    [InlineData("4 %C3%A5.berg 10.20.1.7 - youtube.com 443 CONNECT", "4 ERR tag=NoGrant log=NoGrant")]
    [InlineData("4 %C3%85.BERG 10.20.1.7 - youtube.com 443 CONNECT", "4 ERR tag=NoGrant log=NoGrant")]
    [InlineData("4 %E5.berg 10.20.1.7 - youtube.com 443 CONNECT", "4 ERR tag=NoGrant log=NoGrant")]
    [InlineData("5 n.obrien 10.20.1.7 - youtube.com 443 CONNECT", "5 ERR tag=GrantOtherService log=GrantOtherService/G-0001")]
    [InlineData("6 - 10.20.1.7 - facebook.com 443 CONNECT", "6 ERR tag=NoUser log=NoUser")]
    [InlineData("6 p.2041 10.20.1.7 - facebook.com 443 CONNECT", "6 ERR tag=UserNotOnRoster log=UserNotOnRoster")]
    [InlineData("7 n.obrien 10.30.0.7 - facebook.com 443 CONNECT", "7 ERR tag=InSession log=InSession/G-0001")]
    [InlineData("8 - - - www.bbc.co.uk - -", "8 OK tag=NotSocialMedia log=NotSocialMedia")]
    [InlineData("8 n.obrien 2001:db8::1 - %5B2001:db8::2%5D 443 CONNECT", "8 OK tag=NotSocialMedia log=NotSocialMedia")]
    [InlineData("8 n.obrien 10.20.1.7 - notfacebook.com 443 CONNECT", "8 OK tag=NotSocialMedia log=NotSocialMedia")]
    [InlineData("8 n.obrien 10.20.1.7 - facebook.com.evil.test 443 CONNECT", "8 OK tag=NotSocialMedia log=NotSocialMedia")]
    [InlineData("8 d.puty 10.20.1.7 - %66acebook.com 443 CONNECT", "8 ERR tag=NoGrant log=NoGrant")]
    [InlineData("8 s%20pace 10.20.1.7 - facebook.com 443 CONNECT", "8 ERR tag=NoGrant log=NoGrant")]
    [InlineData("8 s%2520pace 10.20.1.7 - facebook.com 443 CONNECT", "8 ERR tag=NoGrant log=NoGrant")]
    [InlineData("8 s%252520pace 10.20.1.7 - facebook.com 443 CONNECT", "8 ERR tag=UserNotOnRoster log=UserNotOnRoster")]
    [InlineData("8 d.puty%2010.40.0.9%20-%20facebook.com%20443%20- 10.20.1.7 - facebook.com 443 CONNECT -", "8 ERR tag=UserNotOnRoster log=UserNotOnRoster")]
    [InlineData("8 OTHER%5Cd.puty 10.40.0.9 - facebook.com 443 CONNECT", "8 ERR tag=UserNotOnRoster log=UserNotOnRoster")]
    [InlineData("8 d.puty%40pupils.example 10.40.0.9 - facebook.com 443 CONNECT", "8 ERR tag=UserNotOnRoster log=UserNotOnRoster")]
    [InlineData("9 d.puty 10.20.1.7 - teams.microsoft.com 443 CONNECT", "9 OK tag=SchoolService log=SchoolService")]
    [InlineData("9 d.puty 10.20.1.7 - connect.facebook.net 443 CONNECT", "9 OK tag=HostNotBlocked log=HostNotBlocked")]
    public void The_decision_is_told(string question, string expected) => WithoutMessage(Ask(question)).ShouldBe(expected);

    [Theory]
    [InlineData("0")]
    [InlineData("0 ")]
    [InlineData("0 n.obrien")]
    [InlineData("0 n.obrien 10.20.1.7 facebook.com 443 CONNECT")]
    [InlineData("0 n.obrien 10.20.1.7 - facebook.com CONNECT")]
    [InlineData("0 n.obrien 10.20.1.7 - facebook.com 443")]
    [InlineData("0 n.obrien 10.20.1.7 - - 443 CONNECT")]
    [InlineData("0 n.obrien pc-07 - facebook.com 443 CONNECT")]
    [InlineData("0 n.obrien 10.20.1.7 not-a-mac facebook.com 443 CONNECT")]
    [InlineData("0 10.20.1.7 n.obrien - facebook.com 443 CONNECT")]
    [InlineData("0 n.obrien 10.20.1.7 - facebook.com 443 CONNECT a")]
    [InlineData("0 n.obrien 10.20.1.7 - facebook.com 443 CONNECT - -")]
    [InlineData("0 s pace 10.20.1.7 - facebook.com 443 CONNECT")]
    [InlineData("0 d.puty 10.40.0.9 - facebook.com 443 - 10.20.1.7 - facebook.com 443 CONNECT -")]
    public void A_question_in_another_form_is_not_guessed_at(string question) => Ask(question).ShouldStartWith("0 BH message=\"The question was not understood");

    [Theory]
    [InlineData("")]
    [InlineData("n.obrien 10.20.1.7 - facebook.com 443 CONNECT")]
    [InlineData("-1 n.obrien 10.20.1.7 - facebook.com 443 CONNECT")]
    [InlineData("12345678901 n.obrien 10.20.1.7 - facebook.com 443 CONNECT")]
    public void A_question_without_a_channel_has_no_answer(string question)
    {
        var output = new AnswerBuffer();
        new LineAnswerer(hasChannels: true).Answer(Encoding.UTF8.GetBytes(question), School, Now.UtcTicks, output).ShouldBeFalse();
        output.Length.ShouldBe(0);
    }

    [Fact]
    public void Without_concurrency_a_login_may_be_a_number()
    {
        WithoutMessage(Ask("12345 10.20.1.7 - facebook.com 443 CONNECT", hasChannels: false)).ShouldBe("ERR tag=UserNotOnRoster log=UserNotOnRoster");
        WithoutMessage(Ask("n.obrien 10.20.1.7 - facebook.com 443 CONNECT", hasChannels: false)).ShouldBe("OK tag=Grant log=Grant/G-0001");
        Ask("n.obrien", hasChannels: false).ShouldStartWith("BH message=");
    }

    [Fact]
    public void A_grant_counts_to_the_tick()
    {
        const string Question = "0 n.obrien 10.20.1.7 - facebook.com 443 CONNECT";
        var end = Now.AddHours(1).UtcTicks;
        Ask(Question, utcTicks: end - 1).ShouldStartWith("0 OK");
        WithoutMessage(Ask(Question, utcTicks: end)).ShouldBe("0 ERR tag=GrantEnded log=GrantEnded/G-0001");
    }

    [Fact]
    public void Without_facts_services_are_closed_and_other_sites_stay_open()
    {
        foreach (var problem in Enum.GetValues<SnapshotProblem>())
        {
            foreach (var state in new[] { new HelperState(problem, last: null), new HelperState(problem, School) })
            {
                var answer = Ask("0 n.obrien 10.20.1.7 - facebook.com 443 CONNECT", state: state);
                WithoutMessage(answer).ShouldBe("0 ERR tag=StateUnavailable log=StateUnavailable");
                answer.ShouldContain($"message=\"{SnapshotWords.ForVisitors(problem)}\"");
                WithoutMessage(Ask("0 n.obrien 10.20.1.7 - www.bbc.co.uk 443 CONNECT", state: state)).ShouldBe("0 OK tag=NotSocialMedia log=NotSocialMedia");
            }
        }

        Enum.GetValues<SnapshotProblem>().Select(SnapshotWords.ForVisitors).Distinct(StringComparer.Ordinal).Count().ShouldBe(Enum.GetValues<SnapshotProblem>().Length);
    }

    [Fact]
    public void Each_refusal_says_why_in_words_that_squid_takes_whole()
    {
        foreach (var reason in Enum.GetValues<ReasonCode>())
        {
            var words = HelperWords.Of(reason);
            words.ShouldEndWith(".");
            words.ShouldNotContain("\"");
            words.All(c => c is >= ' ' and <= '~').ShouldBeTrue(words);
        }

        AnswerTable.Quoted("a \"b\" \\ c\r\nd").ShouldBe("\"a \\\"b\\\" \\\\ c d\"");
    }

    [Fact]
    public void An_answer_allocates_nothing_for_whom_it_has_met()
    {
        var answerer = new LineAnswerer(hasChannels: true);
        var output = new AnswerBuffer();
        byte[][] lines = [.. new[] { "0 n.obrien 10.20.1.7 0a:1b:2c:3d:4e:5f www.facebook.com 443 CONNECT", "1 %C3%A5.berg 10.20.1.7 - %66acebook.com 443 CONNECT", "3 rosewood%5Cn.obrien%40pupils.example 10.20.1.7 - facebook.com 443 CONNECT", "2 - 10.9.9.9 - www.bbc.co.uk 443 CONNECT" }.Select(Encoding.UTF8.GetBytes)];
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Round();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Round()
        {
            foreach (var line in lines)
            {
                answerer.Answer(line, School, Now.UtcTicks, output);
            }

            output.Clear();
        }
    }

    private static string Ask(string question, bool hasChannels = true, long? utcTicks = null, HelperState? state = null)
    {
        var output = new AnswerBuffer();
        new LineAnswerer(hasChannels).Answer(Encoding.UTF8.GetBytes(question), state ?? School, utcTicks ?? Now.UtcTicks, output).ShouldBeTrue();
        var answer = Encoding.UTF8.GetString(output.Bytes);
        answer.ShouldEndWith("\n");
        answer.Count(c => c == '\n').ShouldBe(1);
        return answer.TrimEnd('\n');
    }

    private static string WithoutMessage(string answer) => System.Text.RegularExpressions.Regex.Replace(answer, " message=\"[^\"]+\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
