namespace Rosewood.PolicyAdmin.SignIns.Model;

/// <summary>A record of sign-ins that could not be read, as an example.</summary>
/// <param name="Place">Where it is in its file, such as <c>record 17</c> or <c>line 18</c>, from 1.</param>
/// <param name="Reason">Why, as a sentence that begins with <c>it</c> or <c>its</c>; nothing from the record but what names the trouble, shortened.</param>
internal sealed record UnreadSignIn(string Place, string Reason);
