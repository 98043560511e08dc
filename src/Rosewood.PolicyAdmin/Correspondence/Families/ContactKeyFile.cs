using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>
/// The key's file: outside the store, for its owner alone, made when families are imported for the first time, and never overwritten.
/// </summary>
/// <param name="paths">The workspace's files.</param>
/// <param name="contacts">What the key was used for.</param>
internal sealed class ContactKeyFile(WorkspacePaths paths, FamilyContactRecords contacts)
{
    private PrivateKeyFile File { get; } = new(paths.ContactKey, ContactKey.Length, () => OpenToOthers(paths.ContactKey), () => FamilyFaults.KeyWrong(paths.ContactKey));

    /// <summary>Whether contacts are recorded whose key is gone: nothing can be told of them any more.</summary>
    public bool IsLost => !PrivateFiles.IsThere(paths.ContactKey) && contacts.HasAny();

    /// <summary>The key of the recorded contacts; null where none are.</summary>
    /// <exception cref="FaultException"><c>ContactKeyLost</c>, <c>ContactKeyWrong</c>, <c>ContactKeyOpenToOthers</c>.</exception>
    public ContactKey? Find() =>
        !contacts.HasAny() ? null
            : Read(isFresh: false) ?? throw FamilyFaults.KeyLost(paths.ContactKey).ToException();

    /// <summary>The key where there is one, also while no contact is recorded.</summary>
    /// <exception cref="FaultException"><c>ContactKeyWrong</c>, <c>ContactKeyOpenToOthers</c>.</exception>
    public ContactKey? FindIfThere() => Read(isFresh: false);

    /// <summary>The key for an import; made where there is none.</summary>
    /// <param name="isLost">Whether the key of the recorded contacts is gone, so that another takes its place.</param>
    /// <exception cref="FaultException"><c>ContactKeyWrong</c>, <c>ContactKeyOpenToOthers</c>.</exception>
    public ContactKey FindOrMake(bool isLost)
    {
        if (Read(isLost) is { } key)
        {
            return key;
        }

        File.Make();
        return Read(isLost) ?? throw FamilyFaults.KeyLost(paths.ContactKey).ToException();
    }

    private static Fault OpenToOthers(string path) => new(
        "ContactKeyOpenToOthers",
        FaultKind.Conflict,
        path,
        "Others than its owner may read the key of the family contacts: whoever has it and the store can try out addresses and phone numbers. Give the file to the workspace's account alone (chmod 600), and find out who read it.");

    private ContactKey? Read(bool isFresh)
    {
        if (File.Read() is not { } bytes)
        {
            return null;
        }

        var key = new ContactKey(bytes);
        return !isFresh && contacts.GetKeyMark() is { } mark && contacts.HasAny() && !string.Equals(mark, key.Mark, StringComparison.Ordinal)
            ? throw FamilyFaults.KeyWrong(paths.ContactKey).ToException()
            : key;
    }
}
