using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// How an attempt ended, by Entra's error code. The meanings are those of Microsoft's page "Microsoft Entra authentication and authorization
/// error codes" (AADSTS…). A code that is not here is a refusal.
/// </summary>
internal static class EntraOutcome
{
    /// <summary>The outcome of a code.</summary>
    public static SignInOutcome Of(int code) => code switch
    {
        0 => SignInOutcome.Success,

        50126 => SignInOutcome.WrongPassword,      // InvalidUserNameOrPassword
        50064 => SignInOutcome.WrongPassword,      // CredentialAuthenticationError: user name or password did not hold

        50055 => SignInOutcome.PasswordOutdated,   // InvalidPasswordExpiredPassword
        50132 => SignInOutcome.PasswordOutdated,   // SsoArtifactInvalidOrExpired: password expired or changed lately
        50133 => SignInOutcome.PasswordOutdated,   // SsoArtifactRevoked: the same
        50142 => SignInOutcome.PasswordOutdated,   // PasswordChangeRequiredConditionalAccess
        50144 => SignInOutcome.PasswordOutdated,   // InvalidPasswordExpiredOnPremPassword
        50173 => SignInOutcome.PasswordOutdated,   // FreshTokenNeeded: the tokens were revoked, as a password change does

        16000 => SignInOutcome.Interrupted,        // InteractionRequired: another account is to be chosen
        16001 => SignInOutcome.Interrupted,        // UserAccountSelectionInvalid: the same
        50058 => SignInOutcome.Interrupted,        // UserInformationNotProvided: nobody is signed in yet
        50072 => SignInOutcome.Interrupted,        // UserStrongAuthEnrollmentRequiredInterrupt
        50074 => SignInOutcome.Interrupted,        // UserStrongAuthClientAuthNRequiredInterrupt: the second factor is due
        50076 => SignInOutcome.Interrupted,        // UserStrongAuthClientAuthNRequired: the same
        50078 => SignInOutcome.Interrupted,        // UserStrongAuthExpired
        50079 => SignInOutcome.Interrupted,        // UserStrongAuthEnrollmentRequired
        50089 => SignInOutcome.Interrupted,        // The flow's token ran out: a new sign-in is asked for
        50097 => SignInOutcome.Interrupted,        // DeviceAuthenticationRequired
        50125 => SignInOutcome.Interrupted,        // PasswordResetRegistrationRequiredInterrupt
        50127 => SignInOutcome.Interrupted,        // BrokerAppNotInstalled
        50129 => SignInOutcome.Interrupted,        // DeviceIsNotWorkplaceJoined
        50140 => SignInOutcome.Interrupted,        // KmsiInterrupt: stay signed in?
        50143 => SignInOutcome.Interrupted,        // Session mismatch: the session is for another tenant
        50158 => SignInOutcome.Interrupted,        // ExternalSecurityChallenge: a step elsewhere is due
        50168 => SignInOutcome.Interrupted,        // ChromeBrowserSsoInterruptRequired
        50187 => SignInOutcome.Interrupted,        // DeviceInformationNotProvided
        50199 => SignInOutcome.Interrupted,        // CmsiInterrupt: is this the app you meant?
        51006 => SignInOutcome.Interrupted,        // ForceReauthDueToInsufficientAuth
        65001 => SignInOutcome.Interrupted,        // DelegationDoesNotExist: consent is asked for

        // 500121 AuthenticationFailedDuringStrongAuthenticationRequest: the words with it say more, see SecondFactor.
        // 50034 no such account, 50053 locked or from a bad address, 50057 disabled, 53000 to 53004, 530031 to 530036 conditional access, …
        _ => SignInOutcome.Refused,
    };

    /// <summary>Codes with which Entra tells how the second factor went.</summary>
    public static bool IsSecondFactor(int code) => code is 500121 or 50074 or 50076;

    /// <summary>The outcome of the status that the admin center writes in words, in the languages whose exports are read; null: another word.</summary>
    public static SignInOutcome? Of(string? status) => status switch
    {
        "Success" or "Correcto" or "Réussite" or "Succès" => SignInOutcome.Success,
        "Failure" or "Error" or "Échec" => SignInOutcome.Refused,
        "Interrupted" or "Interrumpido" or "Interrompu" => SignInOutcome.Interrupted,
        _ => null,
    };
}
