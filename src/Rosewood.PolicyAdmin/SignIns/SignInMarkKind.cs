namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>What a mark in a timeline shows.</summary>
public enum SignInMarkKind
{
    /// <summary>A person got in.</summary>
    SignedIn,

    /// <summary>A wrong or outdated password.</summary>
    Failed,

    /// <summary>The second factor was refused, or not answered.</summary>
    Refused,

    /// <summary>A person elsewhere got in by remote desktop.</summary>
    Remote,

    /// <summary>The password was changed.</summary>
    PasswordChanged,
}
