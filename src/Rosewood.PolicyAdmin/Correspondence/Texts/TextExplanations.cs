namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>What was seen and what is innocent about it, in plain words that accuse nobody.</summary>
internal static class TextExplanations
{
    private const string Surname = " Only title and surname tell who it was: somebody else of that name may be meant.";

    /// <summary>The sentences.</summary>
    public static string Of(TextMessageMisuseKind kind, bool isBySurname) => kind switch
    {
        TextMessageMisuseKind.SenderNotAllowed => "Texts to families went out under this person's name, who was neither of the admin team nor head nor deputy. Where SLT allowed it, record it in policy.json (correspondence.textSenders); the office may also have sent them for this person, or under a login left open.",
        TextMessageMisuseKind.SenderNotEmployed => "Texts went out under the name of somebody who by the roster was not employed that day. Look first whether the dates in the roster are right, and whether the messages had been planned before; then whether the login of the text service is closed.",
        TextMessageMisuseKind.OutsideRole => "This person may send texts by the role that they have now, but the roster gave it to them at another time. Most often the roster was put right late.",
        TextMessageMisuseKind.UnknownSender => "Nobody on the roster is known by this name. Enter it as a login name of whose it is (LoginNames in the roster's file); or, where several people use it or a system sends, as correspondence.sharedTextSenders in policy.json.",
        _ => "These numbers are of no recorded family and no member of staff. Most often a family has a new number: import families again with Import-FamilyContact.",
    } + (isBySurname ? Surname : "");
}
