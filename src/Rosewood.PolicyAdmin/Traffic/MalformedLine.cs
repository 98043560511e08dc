namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A line that could not be read, as an example.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="Text">Its beginning, control characters escaped.</param>
public sealed record MalformedLine(long Line, string Text);
