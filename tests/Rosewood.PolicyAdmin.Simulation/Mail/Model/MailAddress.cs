namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>An address with the name that stands before it.</summary>
/// <param name="Address">Such as <c>h.ashworth@rosewood.example</c>, as it is written in this message.</param>
/// <param name="Name">Such as <c>Helen Ashworth</c>; may be empty.</param>
public sealed record MailAddress(string Address, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Address;
}
