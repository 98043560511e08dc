namespace Rosewood.PolicyAdmin.People;

/// <summary>Compares people by what they are; lists by their entries.</summary>
internal static class PersonState
{
    public static bool AreSame(Person a, Person b) =>
        a with { LoginNames = b.LoginNames, PersonalAddresses = b.PersonalAddresses } == b
        && a.LoginNames.SequenceEqual(b.LoginNames, StringComparer.Ordinal)
        && a.PersonalAddresses.SequenceEqual(b.PersonalAddresses, StringComparer.Ordinal);
}
