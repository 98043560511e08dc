using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Detection;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

public sealed class SubjectKeysTests
{
    [Theory]
    [InlineData("RE: Picking Siân up early")]
    [InlineData("re : FWD: [EXTERNAL] picking  siân up, early!")]
    [InlineData("Aw: WG: Picking Sia\u0302n up early")]
    public void An_answer_or_a_forward_has_the_subject_of_what_it_answers(string subject)
    {
        var keys = new SubjectKeys();
        keys.Of(Encoding.UTF8.GetBytes(subject)).ShouldBe(keys.Of("Picking Siân up early"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello")]
    [InlineData("Re: Tomorrow")]
    [InlineData("Re: a b c")]
    [InlineData("FW: FW: [x] :")]
    public void A_subject_too_short_to_tell_anything_has_no_key(string subject) => new SubjectKeys().Of(Encoding.UTF8.GetBytes(subject)).ShouldBe(0UL);

    [Fact]
    public void Another_child_is_another_subject_and_another_run_another_key()
    {
        var keys = new SubjectKeys();
        keys.Of("Swimming kit for Amy"u8).ShouldNotBe(keys.Of("Swimming kit for Ann"u8));
        keys.Of("Swimming kit for Amy"u8).ShouldNotBe(new SubjectKeys().Of("Swimming kit for Amy"u8));
    }

    [Fact]
    public void Whatever_stands_in_a_subject_it_is_read()
    {
        var (keys, random) = (new SubjectKeys(), new Random(11));
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            keys.Of(bytes).ShouldBe(keys.Of(bytes));
        }
    }
}
