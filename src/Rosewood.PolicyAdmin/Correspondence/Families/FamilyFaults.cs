using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>What can be wrong with the register of family contacts as a whole.</summary>
internal static class FamilyFaults
{
    /// <summary>The key's file is gone.</summary>
    public static Fault KeyLost(string path) => new(
        "ContactKeyLost",
        FaultKind.Unavailable,
        path,
        "The key by which family contacts were hashed is gone, so no recorded contact can be recognised. Put the file back from its backup; or, where there is none, import all families again with Import-FamilyContact, which makes a new key and takes the old contacts out.");

    /// <summary>The key's file is another's.</summary>
    public static Fault KeyWrong(string path) => new(
        "ContactKeyWrong",
        FaultKind.Conflict,
        path,
        "This file is not the key by which the recorded family contacts were hashed. Put the right one back from its backup; or, where there is none, move this file away and import all families again with Import-FamilyContact.");

    /// <summary>What was asked for is no address.</summary>
    public static Fault AddressInvalid() => new(
        "FamilyAddressInvalid",
        FaultKind.InvalidArgument,
        "Address",
        "That is no mail address of the form name@domain. Type it anew.");

    /// <summary>What was asked for is no phone number.</summary>
    public static Fault PhoneInvalid() => new(
        "FamilyPhoneInvalid",
        FaultKind.InvalidArgument,
        "Phone",
        "That is no phone number. Write it as 07700 900123, or with its country as +44 7700 900123.");
}
