using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Console.Support;

public enum FakeColour
{
    Red,
    Green,
}

/// <summary>Paints things &amp; people (see <see cref="FakeColour"/>). A second sentence.</summary>
/// <remarks>First paragraph about <see cref="User"/>.<para>Second with <c>code</c>.</para></remarks>
/// <example><code>Set-FakeThing -User a -Colour Red</code>One thing in red.</example>
/// <example>
/// Two of them.
/// <code>
/// Set-FakeThing -User a,b
/// Set-FakeThing -User 'x &lt;y&gt;'
/// </code>
/// </example>
public sealed class SetFakeThing : PolicyRequest
{
    /// <summary>Who; required.</summary>
    public string[] User { get; set; } = [];

    /// <summary>The colour.</summary>
    public FakeColour? Colour { get; set; }

    public FakeColour[] Colours { get; set; } = [];

    /// <summary>How many.</summary>
    public int Count { get; set; } = 3;

    public double? Share { get; set; }

    public bool Force { get; set; }

    public bool? Flag { get; set; }

    public string? Reason { get; set; }

    public string? Remark { get; set; }

    public string? Mode { get; set; }

    public TimeInput? Until { get; set; }

    public DurationInput? For { get; set; }

    public DateTimeOffset? At { get; set; }

    public DateOnly? Day { get; set; }

    public Uri? Address { get; set; }
}

public sealed class RemoveFakeThing : PolicyRequest
{
    public string? User { get; set; }

    public string? Id { get; set; }

    public string? Note { get; set; }

    public string[] Rest { get; set; } = [];
}

public sealed class GetFakeThing : PolicyRequest
{
    public string? Name { get; set; }
}
