namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>A parent or carer.</summary>
public sealed class Guardian
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Such as <c>Mother</c>.</summary>
    public required string Relationship { get; init; }

    /// <summary>The address that is mostly used.</summary>
    public required string Address { get; set; }

    /// <summary>A second address, used at times or after a change; or null.</summary>
    public string? OtherAddress { get; internal set; }

    /// <summary>The day from which only the other address is used, or null.</summary>
    public DateOnly? ChangesOn { get; internal set; }

    /// <summary>The addresses in the school's list.</summary>
    public IReadOnlyList<string> Registered { get; internal set; } = [];

    /// <summary>The phone number.</summary>
    public required string Phone { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
