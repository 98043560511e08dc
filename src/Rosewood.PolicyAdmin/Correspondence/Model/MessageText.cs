namespace Rosewood.PolicyAdmin.Correspondence.Model;

/// <summary>A message whose text an export has. Gone with the call that gives it: nothing of the text is kept.</summary>
/// <param name="UtcTicks">When it was sent, UTC ticks; 0 where the export does not say.</param>
/// <param name="MessageId">Its message id without angle brackets; empty where the export has none.</param>
/// <param name="From">Whom it is from, as written.</param>
/// <param name="To">Whom it is to or copied to, as written.</param>
/// <param name="Text">Its text, plain; what it quotes may be in it.</param>
internal sealed record MessageText(long UtcTicks, string MessageId, string From, IReadOnlyList<string> To, string Text);
