namespace Rosewood.PolicyAdmin.Console.Syntax;

/// <summary>What one <c>[Parameter]</c> attribute says about a parameter.</summary>
/// <param name="Set">The parameter set it speaks of; null: all sets.</param>
/// <param name="Position">Its place among values without names; null: none.</param>
/// <param name="Mandatory">Whether it must be given.</param>
/// <param name="FromPipeline">Whether a piped value binds to it whole.</param>
/// <param name="FromPipelineByName">Whether a piped object's property of its name binds to it.</param>
/// <param name="TakesRemaining">Whether it takes all values that are left over.</param>
internal readonly record struct ParameterPlace(
    string? Set,
    int? Position,
    bool Mandatory,
    bool FromPipeline,
    bool FromPipelineByName,
    bool TakesRemaining)
{
    /// <summary>Whether it speaks of a set; null asks for any.</summary>
    public bool IsIn(string? set) => Set is null || set is null || string.Equals(Set, set, StringComparison.Ordinal);
}
