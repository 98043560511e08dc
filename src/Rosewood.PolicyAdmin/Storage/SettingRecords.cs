namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Small facts about the workspace itself.</summary>
public sealed class SettingRecords
{
    private readonly PolicyStore _store;

    internal SettingRecords(PolicyStore store) => _store = store;

    /// <summary>A value by key, or null.</summary>
    public string? Get(string key) =>
        _store.Query("SELECT value FROM meta WHERE key = $key", [("$key", key)], static r => r.GetString(0)).FirstOrDefault();

    /// <summary>Sets a value as part of a change.</summary>
    public void Set(StoreChange change, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute("INSERT INTO meta (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value", ("$key", key), ("$value", value));
    }

    /// <summary>The configuration's text as it was last seen, or null.</summary>
    public string? GetSeenConfig() =>
        _store.Query("SELECT text FROM config_seen WHERE id = 1", [], static r => r.GetString(0)).FirstOrDefault();

    /// <summary>Notes the configuration's text as seen.</summary>
    public void SetSeenConfig(StoreChange change, string text)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute("INSERT INTO config_seen (id, text) VALUES (1, $text) ON CONFLICT (id) DO UPDATE SET text = excluded.text", ("$text", text));
    }

    /// <summary>Accounts that may act without a place on the roster, with their role's name.</summary>
    public IReadOnlyList<(string Account, string Role)> GetBootstrapOperators() =>
        _store.Query("SELECT account, role FROM bootstrap_operator", [], static r => (r.GetString(0), r.GetString(1)));

    /// <summary>Adds such an account.</summary>
    public void AddBootstrapOperator(StoreChange change, string account, string role)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "INSERT INTO bootstrap_operator (account, role, at) VALUES ($account, $role, $at) ON CONFLICT (account) DO NOTHING",
            ("$account", account),
            ("$role", role),
            ("$at", change.Origin.At.UtcTicks));
    }
}
