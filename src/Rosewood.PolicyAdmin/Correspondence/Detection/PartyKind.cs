namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Who is behind an address.</summary>
internal enum PartyKind
{
    /// <summary>Somebody outside of whom nothing is known.</summary>
    Outside,

    /// <summary>A private person's mailbox of whom nothing is known.</summary>
    Consumer,

    /// <summary>A member of staff, by their school address.</summary>
    Staff,

    /// <summary>Another address of the school: a shared mailbox, a list, a pupil.</summary>
    School,

    /// <summary>A family.</summary>
    Family,

    /// <summary>A member of staff, by a personal address that they declared.</summary>
    Personal,

    /// <summary>Nobody of interest: excluded correspondents, services that send for the school, journals, what is no address.</summary>
    Ignored,
}
