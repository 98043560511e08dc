using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>What the workspace has about a person in one class, others redacted.</summary>
/// <param name="Class">The class.</param>
/// <param name="Records">The records.</param>
/// <param name="Note">What is to be said about them, or null.</param>
/// <param name="IsUnread">Whether the note says why it could not be read.</param>
internal sealed record PersonDataPart(DataClassName Class, IReadOnlyList<JsonNode> Records, string? Note = null, bool IsUnread = false);
