using System.Collections.Frozen;
using static Rosewood.PolicyAdmin.SignIns.Reading.SignInField;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// The names that columns have in exports, letters and digits alone in lower case: the admin center's in English, Spanish and French,
/// Graph's property names as PowerShell exports them, and those of Windows events.
/// </summary>
internal static class CsvNames
{
    /// <summary>Entra's sign-ins.</summary>
    public static readonly FrozenDictionary<string, CsvMeaning> Entra = Table(
        (Time, "datetime createddatetime"),
        (Account, "username userprincipalname nombredeusuario nomdutilisateur"),
        (ErrorCode, "signinerrorcode errorcode códigodeerrordeiniciodesesión codederreurdeconnexion"),
        (Status, "status estado statut"),
        (Detail, "multifactorauthenticationresult mfaresult additionaldetails resultadodelaautenticaciónmultifactor résultatdelauthentificationmultifacteur"),
        (EventType, "signineventtypes"),
        (IsInteractive, "isinteractive"),
        (DeviceId, "deviceid iddedispositivo iddelappareil"),
        (DeviceName, "devicename devicedisplayname"),
        (SignInField.OperatingSystem, "operatingsystem os sistemaoperativo systèmedexploitation"),
        (Browser, "browser explorador navigateur"),
        (ClientApp, "clientapp clientappused aplicacióncliente applicationcliente"),
        (Application, "application appdisplayname aplicación"),
        (Resource, "resource resourcedisplayname recurso"),
        (Address, "ipaddress direcciónip adresseip"),
        (Location, "location ubicación emplacement"),
        (City, "city"),
        (Country, "country countryorregion"),
        (AutonomousSystem, "autonomoussystemnumber númerodesistemaautónomo numérodesystèmeautonome"),
        (ServicePrincipal, "serviceprincipalid serviceprincipalname"));

    /// <summary>Windows events.</summary>
    public static readonly FrozenDictionary<string, CsvMeaning> Windows = Table(
        (Time, "timecreated dateandtime timegenerated"),
        (EventId, "id eventid"),
        (DeviceName, "computer machinename computername"),
        (Account, "targetusername accountname username user account"),
        (Domain, "targetdomainname accountdomain domain"),
        (Sid, "targetusersid"),
        (LogonType, "logontype"),
        (Address, "ipaddress clientaddress sourcenetworkaddress"),
        (Workstation, "workstationname workstation"),
        (ClientName, "clientname"),
        (Status, "status"),
        (SubStatus, "substatus"),
        (Keywords, "keywords keywordsdisplaynames"),
        (Message, "message"),
        (Xml, "xml eventxml toxml"));

    /// <summary>Letters and digits of a name, lower case.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static FrozenDictionary<string, CsvMeaning> Table(params (SignInField Field, string Names)[] rows) => rows
        .SelectMany(static r => r.Names.Split(' ').Select((n, rank) => KeyValuePair.Create(n, new CsvMeaning(r.Field, rank))))
        .ToFrozenDictionary(StringComparer.Ordinal);
}

/// <summary>What a column's name means.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rank">Which of several columns for the field counts: the one with the least.</param>
internal readonly record struct CsvMeaning(SignInField Field, int Rank);
