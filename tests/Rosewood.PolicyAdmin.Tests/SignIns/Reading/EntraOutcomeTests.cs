using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

public sealed class EntraOutcomeTests
{
    [Theory]
    [InlineData(0, nameof(SignInOutcome.Success))]
    [InlineData(50126, nameof(SignInOutcome.WrongPassword))]
    [InlineData(50053, nameof(SignInOutcome.Refused))]
    [InlineData(50055, nameof(SignInOutcome.PasswordOutdated))]
    [InlineData(50144, nameof(SignInOutcome.PasswordOutdated))]
    [InlineData(50173, nameof(SignInOutcome.PasswordOutdated))]
    [InlineData(50133, nameof(SignInOutcome.PasswordOutdated))]
    [InlineData(50132, nameof(SignInOutcome.PasswordOutdated))]
    [InlineData(50142, nameof(SignInOutcome.PasswordOutdated))]
    [InlineData(50074, nameof(SignInOutcome.Interrupted))]
    [InlineData(50076, nameof(SignInOutcome.Interrupted))]
    [InlineData(50140, nameof(SignInOutcome.Interrupted))]
    [InlineData(50058, nameof(SignInOutcome.Interrupted))]
    [InlineData(65001, nameof(SignInOutcome.Interrupted))]
    [InlineData(16000, nameof(SignInOutcome.Interrupted))]
    [InlineData(53003, nameof(SignInOutcome.Refused))]
    [InlineData(530032, nameof(SignInOutcome.Refused))]
    [InlineData(50057, nameof(SignInOutcome.Refused))]
    [InlineData(50034, nameof(SignInOutcome.Refused))]
    [InlineData(500121, nameof(SignInOutcome.Refused))]
    [InlineData(987654, nameof(SignInOutcome.Refused))]
    public void A_code_means_what_is_documented(int code, string outcome) =>
        SignInSample.Read(GraphRecords.Ended(code)).Row.Outcome.ToString().ShouldBe(outcome);

    [Theory]
    [InlineData("MFA denied; user declined the authentication", nameof(SignInOutcome.SecondFactorRefused))]
    [InlineData("MFA Denied; User Declined the authentication", nameof(SignInOutcome.SecondFactorRefused))]
    [InlineData("MFA denied; Phone App Reported Fraud", nameof(SignInOutcome.SecondFactorRefused))]
    [InlineData("MFA denied; fraud code entered", nameof(SignInOutcome.SecondFactorRefused))]
    [InlineData("MFA denied; authentication timed out", nameof(SignInOutcome.SecondFactorTimedOut))]
    [InlineData("MFA denied; user did not respond to mobile app notification", nameof(SignInOutcome.SecondFactorTimedOut))]
    [InlineData("MFA denied; invalid verification code", nameof(SignInOutcome.Refused))]
    [InlineData("MFA denied; user is blocked", nameof(SignInOutcome.Refused))]
    public void The_second_factors_words_tell_refusal_from_silence_in_the_status_and_in_the_steps(string words, string outcome)
    {
        SignInSample.Read(GraphRecords.Ended(500121, detail: words)).Row.Outcome.ToString().ShouldBe(outcome);
        SignInSample.Read(GraphRecords.Ended(500121, step: words)).Row.Outcome.ToString().ShouldBe(outcome);
    }

    [Fact]
    public void Words_about_the_second_factor_change_no_other_code()
    {
        SignInSample.Read(GraphRecords.Ended(0, detail: "MFA denied; user declined the authentication")).Row.Outcome.ShouldBe(SignInOutcome.Success);
        SignInSample.Read(GraphRecords.Ended(50126, step: "MFA denied; authentication timed out")).Row.Outcome.ShouldBe(SignInOutcome.WrongPassword);
    }
}
