using System.Text.Json.Nodes;
using Rosewood.Tenancy.Query;

namespace Rosewood.Tenancy.Directory;

/// <summary>Users and groups as Graph writes them.</summary>
internal static class DirectoryObjects
{
    /// <summary>What a user has without <c>$select</c>.</summary>
    public static readonly string[] UsualOfUser = ["businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName", "id"];

    /// <summary>All properties of a user that the tenant knows.</summary>
    public static readonly string[] AllOfUser = [.. UsualOfUser, "accountEnabled", "department", "onPremisesSamAccountName", "userType"];

    /// <summary>All properties of a group that the tenant knows.</summary>
    public static readonly string[] AllOfGroup = ["id", "displayName", "description", "mailEnabled", "mailNickname", "securityEnabled", "groupTypes"];

    public static JsonEntity Of(TenantUser user, bool typed = false)
    {
        var json = new JsonObject();
        if (typed)
        {
            json["@odata.type"] = "#microsoft.graph.user";
        }

        var space = user.DisplayName.LastIndexOf(' ');
        json["id"] = user.Id;
        json["businessPhones"] = new JsonArray();
        json["displayName"] = user.DisplayName;
        json["givenName"] = space < 0 ? null : user.DisplayName[..space];
        json["jobTitle"] = user.JobTitle;
        json["mail"] = user.Mail;
        json["mobilePhone"] = null;
        json["officeLocation"] = null;
        json["preferredLanguage"] = null;
        json["surname"] = space < 0 ? null : user.DisplayName[(space + 1)..];
        json["userPrincipalName"] = user.UserPrincipalName;
        json["accountEnabled"] = user.AccountEnabled;
        json["department"] = user.Department;
        json["onPremisesSamAccountName"] = user.OnPremisesSamAccountName;
        json["userType"] = user.UserType;
        return new JsonEntity(json);
    }

    public static JsonEntity Of(TenantGroup group, bool typed = false)
    {
        var json = new JsonObject();
        if (typed)
        {
            json["@odata.type"] = "#microsoft.graph.group";
        }

        json["id"] = group.Id;
        json["displayName"] = group.DisplayName;
        json["description"] = group.Description;
        json["mailEnabled"] = false;
        json["mailNickname"] = group.DisplayName.Replace(" ", "", StringComparison.Ordinal);
        json["securityEnabled"] = true;
        json["groupTypes"] = new JsonArray();
        return new JsonEntity(json);
    }
}
