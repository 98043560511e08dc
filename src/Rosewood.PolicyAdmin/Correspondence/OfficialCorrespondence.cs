namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>
/// How a team corresponds with families, as far as the school's systems see it. Cells under five are null, and so is every further cell from
/// which one of those could be worked out.
/// </summary>
/// <param name="Team">The role that makes the team, or <c>All</c>.</param>
/// <param name="People">People in it; null: fewer than five.</param>
/// <param name="Sent">Messages from its official mailboxes to families; null: suppressed.</param>
/// <param name="Received">Messages by families to its official mailboxes; null: suppressed.</param>
/// <param name="Official">Both together; null: suppressed.</param>
/// <param name="Personal">Messages with families in which a declared personal address has part; null: suppressed.</param>
/// <param name="OfficialShare">Official messages among all that can be seen, 0–1; null: suppressed, or there are none.</param>
public sealed record OfficialCorrespondence(string Team, int? People, int? Sent, int? Received, int? Official, int? Personal, double? OfficialShare);
