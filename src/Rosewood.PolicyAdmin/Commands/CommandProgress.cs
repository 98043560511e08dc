namespace Rosewood.PolicyAdmin.Commands;

/// <summary>How far a command is.</summary>
/// <param name="Activity">What is being done, such as <c>Importing access.log</c>.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 when unknown.</param>
/// <param name="Status">A short text: speed, time left.</param>
/// <param name="Completed">True with the last report of this activity.</param>
public sealed record CommandProgress(string Activity, long Done, long Total, string Status, bool Completed = false);
