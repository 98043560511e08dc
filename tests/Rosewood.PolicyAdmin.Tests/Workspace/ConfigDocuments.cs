using System.Text;
using System.Text.Json.Nodes;
using Json.Schema;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

/// <summary>Configurations for tests: one that uses every key, and ways to spoil it.</summary>
internal static class ConfigDocuments
{
    /// <summary>One for all tests: the library takes no schema with the same id twice.</summary>
    public static readonly JsonSchema Schema = JsonSchema.FromText(Encoding.UTF8.GetString(StarterConfig.Schema()));

    public const string Least = """{ "school": { "name": "Rosewood" }, "schoolDay": {} }""";

    /// <summary>Every key of every section.</summary>
    public const string Full = """
        {
          "$schema": "./policy.schema.json",
          "school": { "name": "St Mary’s & Rosewood", "mailDomains": ["rosewood.example", "xn--bcher-kva.example"], "ownHosts": ["teams.microsoft.com"], "timeZone": "Europe/London" },
          "schoolDay": {
            "terms": [{ "name": "Autumn 2026", "from": "2026-09-02", "to": "2026-12-18" }, { "name": "Spring 2027", "from": "2027-01-05", "to": "2027-03-26" }],
            "sessions": [{ "name": "Day", "days": ["Monday", "Friday"], "from": "08:50", "until": "12:15" }, { "name": "Afternoon", "days": ["Monday"], "from": "12:15", "until": "15:10" }],
            "breaks": [{ "name": "Break", "days": ["Monday", "Friday"], "from": "10:40", "until": "11:00" }],
            "closures": [{ "name": "Half term", "from": "2026-10-26", "to": "2026-10-30" }]
          },
          "networks": [{ "cidr": "10.20.0.0/16", "class": "School", "name": "Wired" }, { "cidr": "2001:db8:20::/48", "class": "Personal" }, { "cidr": "10.20.9.250/32", "class": "Proxy" }],
          "roleNames": { "Class teacher": "Teacher", "Assistant head": "SeniorLeader" },
          "access": { "defaultDuration": "28d", "longestDuration": "P1Y", "standingAuthorisation": true, "requireConfirmation": false },
          "enforcement": { "targets": [
            { "name": "proxy", "kind": "Squid", "enabled": true, "format": "Live", "path": "/etc/squid/rosewood", "reloadCommand": ["systemctl", "reload", "squid"], "configFile": "/etc/squid/squid.conf", "readerGroup": "proxy", "probeAddress": "proxy.rosewood.example:3128", "probeUser": "probe", "probePasswordFile": "/etc/rosewood/probe", "logPath": "/var/log/squid/rosewood.log", "login": true, "cutTunnels": true, "tunnelPort": 13129, "tunnelLimit": "30m", "helperProgram": "/opt/rosewood/rosewood" },
            { "name": "resolver", "kind": "Dns", "format": "Rpz", "path": "/etc/unbound/rosewood.rpz", "probeAddress": "10.20.9.53:53", "blockAddress": "10.20.9.80" },
            { "name": "browsers", "kind": "Browser", "format": "Edge", "platform": "Intune", "inTenant": true, "people": ["d.puty"], "services": ["Facebook"] },
            { "name": "list", "kind": "Feed", "format": "DomainList", "path": "social.txt" },
            { "name": "group", "kind": "Group", "format": "Csv", "groupId": "11111111-2222-3333-4444-555555555555", "groupName": "Social media", "devices": ["School", "SchoolMobile"], "timeBound": false, "enabled": false }
          ], "contact": "the IT office, room 4", "scheduler": "Systemd" },
          "tenant": { "tenantId": "rosewood.onmicrosoft.example", "clientId": "11111111-2222-3333-4444-555555555555", "authentication": "Certificate", "certificateThumbprint": "0123456789abcdef0123456789abcdef01234567", "senderMailbox": "reports@rosewood.example", "authority": "https://login.microsoftonline.com", "graphBaseUrl": "http://127.0.0.1:5000/v1.0", "staffGroup": "22222222-2222-3333-4444-555555555555", "roleGroups": { "33333333-2222-3333-4444-555555555555": "HeadTeacher" }, "sources": ["People", "SignIns"] },
          "retention": { "visits": "P1Y", "grants": "P6Y", "people": "P6Y", "devices": "P1Y", "prohibitedContent": "P1Y", "dismissals": "P1Y", "absences": "400d", "incidents": "P6Y", "safeguardingConcerns": "P25Y", "declarations": "P6Y", "familyContacts": "P2Y", "acknowledgements": "P6Y", "recruitmentRecords": "P6Y", "unsuccessfulCandidates": "183d", "textMessages": "52w", "signIns": "P1Y", "correspondence": "P1Y", "blockTests": "P6Y", "reports": "P6Y", "auditValues": "P6Y", "legalHolds": "P6Y", "auditTrail": "P25Y" },
          "reports": {
            "recipients": [{ "audience": "Slt", "addresses": ["head@rosewood.example"] }],
            "routes": [{ "about": "HeadTeacher", "to": ["chair@rosewood.example"], "instead": true }],
            "alerts": ["it@rosewood.example"],
            "schedule": [{ "period": "LastWeek", "audience": "Slt", "day": "Monday", "at": "07:00" }]
          },
          "incidents": { "designatedOfficer": "LADO, 01632 960900", "routes": [{ "type": "Bullying", "severity": "PossibleGrossMisconduct", "roles": ["Governor"], "people": ["pastoral@rosewood.example"], "safeguardingLead": true, "police": true, "withhold": true }] },
          "registers": { "acknowledgementEvery": "P1Y", "policyVersion": "2026 (second)", "policyDate": "2026-09-01" },
          "signIns": { "declaredSharedAccounts": ["kiosk@rosewood.example"], "useAbsences": true, "prior": 0.02, "thresholds": { "shared": 0.9, "possible": 0.4 } },
          "correspondence": { "excludedCorrespondents": ["union.example", "rep@union.example"], "outsideSenders": ["mailer.example"], "sharedMailboxes": ["office@rosewood.example"], "distributionLists": ["staff@rosewood.example"], "journalAddresses": ["journal@rosewood.example"], "readSignatures": true, "schoolNumbers": ["01632 960900", "+44 7700 900888"], "reportNoOfficialCorrespondence": true,
            "textSenders": ["family.worker@rosewood.example"], "sharedTextSenders": ["Office", "rosewood.admin"], "textMessages": { "columns": { "sentAt": "Date sent", "sentTime": "Time sent", "sender": "Sent by", "recipient": "Mobile", "status": "Status", "direction": "In/Out", "text": "Message", "parts": "Credits" }, "dateFormat": "dd/MM/yyyy HH:mm", "timeZone": "Europe/London", "receivedWords": ["In"] } },
          "logs": {
            "staleAfter": "36h",
            "dayFirst": true,
            "squidFormats": [{ "name": "ours", "logFormat": "%ts.%03tu %>a %un %ru" }],
            "csvFormats": [{ "name": "filter", "timeFormat": "dd/MM/yyyy HH:mm:ss", "delimiter": ";", "hasHeader": true, "timeZone": "Europe/London", "allowedWords": ["allow"], "blockedWords": ["deny"],
              "columns": { "time": "Date", "user": "User", "sourceAddress": "Source", "destinationAddress": "Destination", "host": "Host", "url": "URL", "action": "Action", "bytes": "Bytes", "application": "App", "category": "Category", "device": "#11" } }]
          }
        }
        """;

    public static PolicyConfig Read(string json) => PolicyConfigReader.Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>The full document with one value set; the path is like <c>networks.0.cidr</c>, the value JSON, or null to take the key away.</summary>
    public static string With(string path, string? json)
    {
        var root = JsonNode.Parse(Full)!;
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(root, static (node, step) => (int.TryParse(step, out var index) ? node[index] : node[step]) ?? throw new InvalidOperationException(step));
        var value = json is null ? null : JsonNode.Parse(json);
        if (int.TryParse(steps[^1], out var last))
        {
            parent[last] = value;
        }
        else if (json is null)
        {
            parent.AsObject().Remove(steps[^1]).ShouldBeTrue(path);
        }
        else
        {
            parent[steps[^1]] = value;
        }

        return root.ToJsonString();
    }

    /// <summary>The same, without the sections that the path does not lie in.</summary>
    public static string OnlyWith(string path, string? json)
    {
        var root = JsonNode.Parse(With(path, json))!.AsObject();
        foreach (var key in root.Select(static p => p.Key).Except(["school", "schoolDay", path.Split('.')[0]], StringComparer.Ordinal).ToList())
        {
            root.Remove(key);
        }

        return root.ToJsonString();
    }
}
