namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>An application that people sign in to.</summary>
/// <param name="Id">Its application id.</param>
/// <param name="Name">Its name in the records.</param>
/// <param name="Resource">What it asks a token for.</param>
/// <param name="ResourceId">That resource's id.</param>
/// <param name="ClientApp"><c>Browser</c> or <c>Mobile Apps and Desktop clients</c>, or an older protocol.</param>
public sealed record CloudApp(string Id, string Name, string Resource, string ResourceId, string ClientApp)
{
    private const string Desktop = "Mobile Apps and Desktop clients";
    private const string Graph = "00000003-0000-0000-c000-000000000000";
    private const string Exchange = "00000002-0000-0ff1-ce00-000000000000";

    /// <summary>Windows itself.</summary>
    public static CloudApp Windows { get; } = new("38aa3b87-a06d-4817-b275-7a316988d93b", "Windows Sign In", "Windows Azure Active Directory", "00000002-0000-0000-c000-000000000000", Desktop);

    /// <summary>The start page of Office in a browser.</summary>
    public static CloudApp OfficeHome { get; } = new("4765445b-32c6-49b0-83e6-1d93765276ca", "OfficeHome", "OfficeHome", "4765445b-32c6-49b0-83e6-1d93765276ca", "Browser");

    /// <summary>Mail in a browser.</summary>
    public static CloudApp OutlookWeb { get; } = new("9199bf20-a13f-4107-85dc-02114787ef48", "One Outlook Web", "Office 365 Exchange Online", Exchange, "Browser");

    /// <summary>Mail on a phone.</summary>
    public static CloudApp OutlookMobile { get; } = new("27922004-5251-4030-b22d-91ecd9a37ea4", "Outlook Mobile", "Office 365 Exchange Online", Exchange, Desktop);

    /// <summary>Old mail programs with a kept password.</summary>
    public static CloudApp ActiveSync { get; } = new("00000002-0000-0ff1-ce00-000000000000", "Office 365 Exchange Online", "Office 365 Exchange Online", Exchange, "Exchange ActiveSync");

    /// <summary>Teams.</summary>
    public static CloudApp Teams { get; } = new("1fec8e78-bce4-4aaf-ab1b-5451cc387264", "Microsoft Teams", "Microsoft Teams Services", "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", Desktop);

    /// <summary>Office on a PC.</summary>
    public static CloudApp Office { get; } = new("d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office", "Microsoft Graph", Graph, Desktop);

    /// <summary>OneDrive on a PC.</summary>
    public static CloudApp OneDrive { get; } = new("ab9b8c07-8f02-4f72-87fa-80105867a763", "OneDrive SyncEngine", "Office 365 SharePoint Online", "00000003-0000-0ff1-ce00-000000000000", Desktop);

    /// <summary>The school's register and marks, through single sign-on.</summary>
    public static CloudApp Register { get; } = new("7b1f2c80-52e0-4f5e-9d6d-3f0c5b7d9a11", "Class Register", "Class Register", "7b1f2c80-52e0-4f5e-9d6d-3f0c5b7d9a11", "Browser");

    /// <summary>What a service account's program signs in to.</summary>
    public static CloudApp Sync { get; } = new("cb1056e2-e479-49de-ae31-7812af012ed8", "Microsoft Azure Active Directory Connect", "Windows Azure Active Directory", "00000002-0000-0000-c000-000000000000", Desktop);
}
