using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>What goes wrong at safeguarding concerns and their keys. No message holds a word of a concern.</summary>
internal static class SafeguardingFaults
{
    public static Fault ReporterUnknown(string account) =>
        new("OperatorNotAuthorised", FaultKind.NotAuthorised, account, "Concerns are reported by people on the roster who are employed today, and this account is nobody's. Tell the safeguarding lead in person or by telephone, now; they can record it.");

    public static Fault NotForReader(string name) =>
        new("OperatorNotAuthorised", FaultKind.NotAuthorised, name, $"{name} is no safeguarding lead and keeps no escrow key. Concerns are opened by the safeguarding lead; those about the lead by whoever keeps the escrow key.");

    public static Fault TextMissing(string parameter) =>
        new("SafeguardingTextMissing", FaultKind.InvalidArgument, parameter, $"Say -{parameter}, or run the command in a terminal without it: it asks, and what you type then stays out of the shell's history. From a file: -InputJson FILE.");

    public static Fault TextInvalid(string parameter, int longest) =>
        new("SafeguardingTextInvalid", FaultKind.InvalidArgument, parameter, $"-{parameter} may have {longest} characters. Shorten it, and give the rest to the safeguarding lead in person.");

    public static Fault KeyMissing() =>
        new("SafeguardingKeyMissing", FaultKind.Unavailable, "safeguarding lead", "No safeguarding lead has registered a key, so nothing can be sealed for them, and nothing was recorded. Tell the safeguarding lead in person or by telephone, now. They make a key with New-SafeguardingKey.");

    public static Fault EscrowMissing(string whom) =>
        new("SafeguardingEscrowMissing", FaultKind.Unavailable, whom, $"A concern about the {whom} can be sealed for nobody else yet, and nothing was recorded. Tell the head teacher, the chair of governors or the local authority's designated officer in person or by telephone, now. Somebody outside IT makes an escrow key with New-SafeguardingKey -Escrow.");

    public static Fault KeyAltered(string id) =>
        new("SafeguardingKeyAltered", FaultKind.Corrupt, id, $"The key {id} in the store is not the one that its holder registered by the audit trail; nothing is sealed to it, and nothing was recorded. Tell the safeguarding lead and the head teacher in person: somebody may have put their own key in its place. Keep the store as it is.");

    public static Fault KeyInWorkspace(string path) =>
        new("SafeguardingKeyInWorkspace", FaultKind.InvalidArgument, path, "The key's file would lie in the workspace, which the technician can read. Keep it on a USB stick or another place of your own.");

    public static Fault KeyFileExists(string path) =>
        new("SafeguardingKeyFileExists", FaultKind.Conflict, path, "There is a file of that name, and no key is ever written over. Give another name.");

    public static Fault KeyIsFolder(string path) =>
        new("SafeguardingKeyIsFolder", FaultKind.InvalidArgument, path, "That is a folder. Name a file in it that is not there yet, such as safeguarding.key.");

    public static Fault KeyFileInvalid(string path) =>
        new("SafeguardingKeyFileInvalid", FaultKind.InvalidArgument, path, "This is no file that New-SafeguardingKey made, or it is damaged. Give the right file; where it is lost, the escrow key opens the concerns.");

    public static Fault KeyUnknown(string path) =>
        new("SafeguardingKeyUnknown", FaultKind.NotFound, path, "The file opens, but its key is none that this workspace knows. Compare the fingerprint in it with Get-SafeguardingKey.");

    public static Fault PassphraseWrong(string path) =>
        new("SafeguardingPassphraseWrong", FaultKind.NotAuthorised, path, "The passphrase does not open the key's file, or the file is damaged. Try again; where it is lost, the escrow key opens the concerns (docs/safeguarding-key.md).");

    public static Fault PassphraseNeeded() =>
        new("SafeguardingPassphraseNeeded", FaultKind.InvalidArgument, "PassphraseFile", "The passphrase is asked for in a terminal, and nobody can be asked here. Run the command in a terminal, or give -PassphraseFile a file that only you may read.");

    public static Fault PassphraseWeak(int least) =>
        new("SafeguardingPassphraseWeak", FaultKind.InvalidArgument, "passphrase", $"The passphrase needs {least} characters at least, and not one character only. Four or five words that have nothing to do with each other are good.");

    public static Fault PassphraseDiffers() =>
        new("SafeguardingPassphraseDiffers", FaultKind.InvalidArgument, "passphrase", "The two passphrases differ; no key was made. Run the command again.");

    public static Fault KeyHolder(string name, SafeguardingKeyKind kind) =>
        new("SafeguardingKeyHolder", FaultKind.NotAuthorised, name, kind == SafeguardingKeyKind.Lead
            ? $"Only a safeguarding lead makes this key, under their own account, and nobody who is a technician too: what it opens is not for IT. {name} is not such a person today."
            : $"An escrow key is made by the head teacher, another senior leader or a governor, under their own account, and by nobody who is a technician or a safeguarding lead too: it is for the day on which the lead can't open concerns, or must not. {name} is not such a person today.");

    public static Fault KeyNotFound(string id) =>
        new("SafeguardingKeyNotFound", FaultKind.NotFound, id, $"There is no key '{id}' that is in use. Get-SafeguardingKey lists them.");

    public static Fault KeyNotYours(string id) =>
        new("SafeguardingKeyNotYours", FaultKind.NotAuthorised, id, $"{id} is retired by its holder or by the head teacher; where its holder left the role, by any of those who may run this command.");

    public static Fault ConcernNotFound(string id) =>
        new("SafeguardingConcernNotFound", FaultKind.NotFound, id, $"There is no concern '{id}' that is for you. Get-SafeguardingConcern lists those that there are.");

    public static Fault ConcernNotForKey(string id) =>
        new("SafeguardingConcernNotForKey", FaultKind.Unavailable, id, $"{id} is not sealed to this key: it was reported before the key was made, or is not for its holder. The escrow key, or the key of the lead before, opens it to this one with Update-SafeguardingKey.");

    public static Fault ConcernDamaged(string id) =>
        new("SafeguardingConcernDamaged", FaultKind.Corrupt, id, $"{id} does not open with a key that it was sealed to: it was altered, or exchanged for another. Keep the store as it is, tell the head teacher and the data protection officer, and restore the last backup beside it.");

    public static Fault NothingToDo() =>
        new("SafeguardingNothingToDo", FaultKind.InvalidArgument, "KeyPath", "Give -KeyPath with a key that opens the concerns, or -Retire with the id of a key and -Reason.");
}
