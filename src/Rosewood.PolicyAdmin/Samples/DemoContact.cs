namespace Rosewood.PolicyAdmin.Samples;

/// <summary>A family's contact, as the demo's generators need it.</summary>
/// <param name="FamilyId">The family, such as <c>F-2001</c>.</param>
/// <param name="Address">Where they write from.</param>
/// <param name="Phone">Their number.</param>
internal sealed record DemoContact(string FamilyId, string Address, string Phone)
{
    /// <summary>Every contact, in the file's order.</summary>
    public static IReadOnlyList<DemoContact> Load() =>
        [.. DemoRoster.Rows(DemoSchool.FamiliesFile).Select(static r => new DemoContact(r["FamilyId"], r["Address"], r["Phone"]))];
}
