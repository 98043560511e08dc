namespace Rosewood.Tenancy.Login;

/// <summary>A refusal of the login endpoint.</summary>
internal sealed class LoginError(int status, string error, int code, string text) : Exception(text)
{
    public int Status { get; } = status;

    /// <summary>OAuth's word: <c>invalid_client</c>.</summary>
    public string Error { get; } = error;

    /// <summary>The number after AADSTS.</summary>
    public int Code { get; } = code;
}
