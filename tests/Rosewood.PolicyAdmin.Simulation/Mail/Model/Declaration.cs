namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>What a member of staff has declared to the leaders about a family.</summary>
/// <param name="Id">The declaration's id, such as <c>D-0003</c>.</param>
/// <param name="Person">Who.</param>
/// <param name="Family">About whom.</param>
/// <param name="Kind"><c>relationship</c> or <c>contact</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, or null.</param>
public sealed record Declaration(string Id, MailPerson Person, Family Family, string Kind, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
