using System.Runtime.CompilerServices;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>Compares a text with the approved one that lies beside its test.</summary>
internal static class Approved
{
    public static void Matches(string text, string extension, [CallerMemberName] string test = "", [CallerFilePath] string file = "") =>
        text.ShouldMatchApproved(o => o
            .WithFileExtension(extension)
            .SubFolder("Approved")
            .NoDiff()
            .WithFilenameGenerator((_, _, type, ending) => $"{Path.GetFileNameWithoutExtension(file)}.{test}.{type}.{ending}"));
}
