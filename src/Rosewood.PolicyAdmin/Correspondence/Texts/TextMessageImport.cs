namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>What an import of texts did.</summary>
/// <param name="Path">The file.</param>
/// <param name="Messages">Messages read: one for each number that a message went to.</param>
/// <param name="Added">Those that are new.</param>
/// <param name="AlreadyRecorded">Those that were recorded before.</param>
/// <param name="ToFamilies">New ones whose number is a recorded family's.</param>
/// <param name="WithoutNumber">New ones whose number could not be read for certain.</param>
/// <param name="WithoutPerson">New ones whose sender is nobody known on the roster.</param>
/// <param name="Received">New ones that the school received.</param>
/// <param name="From">The first message, school local time; null where there is none.</param>
/// <param name="Until">The last message; null where there is none.</param>
public sealed record TextMessageImport(
    string Path,
    int Messages,
    int Added,
    int AlreadyRecorded,
    int ToFamilies,
    int WithoutNumber,
    int WithoutPerson,
    int Received,
    DateTimeOffset? From,
    DateTimeOffset? Until);
