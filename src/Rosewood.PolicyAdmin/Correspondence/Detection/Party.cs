using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>An address and who is behind it. One instance for each mailbox: compared by reference.</summary>
/// <param name="kind">Who is behind it.</param>
/// <param name="address">The address; null for what is none.</param>
internal sealed class Party(PartyKind kind, CorrespondentAddress? address)
{
    private const int MostCounterparts = 4;
    private List<Party>? _counterparts;
    private bool _isCalledOtherwise;

    /// <summary>Who is behind it.</summary>
    public PartyKind Kind => kind;

    /// <summary>The address; null for what is none.</summary>
    public CorrespondentAddress? Address => address;

    /// <summary>The members of staff behind it: one for a school address, perhaps a couple for a personal one.</summary>
    public IReadOnlyList<string> PersonIds { get; init; } = [];

    /// <summary>The families behind it; mostly one. A member of staff's personal address has some where they are a parent here.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    /// <summary>Whether it is a distribution list.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it belongs to the school.</summary>
    public bool IsSchool => kind is PartyKind.Staff or PartyKind.School;

    /// <summary>Who of the school it corresponds with: the first few.</summary>
    public IReadOnlyList<Party> Counterparts => _counterparts ?? (IReadOnlyList<Party>)[];

    /// <summary>Whose it most likely is by its address alone; null: nobody has asked yet. Strangers are many, and each is weighed once.</summary>
    public LikelyOwner? OwnerByAddress { get; set; }

    /// <summary>The member of staff by whose name messages call it; null: nobody's, or several people's.</summary>
    public string? CalledAs { get; private set; }

    /// <summary>Whether somebody of the school called it so, out of their own address book, and not only the mailbox itself.</summary>
    public bool IsCalledBySchool { get; private set; }

    /// <summary>Takes note that a message calls it by a member of staff's name.</summary>
    /// <param name="personId">Whose name.</param>
    /// <param name="bySchool">Whether somebody of the school wrote the message.</param>
    public void Call(string personId, bool bySchool)
    {
        CalledAs = _isCalledOtherwise || (CalledAs is not null && !string.Equals(CalledAs, personId, StringComparison.Ordinal)) ? null : personId;
        _isCalledOtherwise |= CalledAs is null;
        IsCalledBySchool |= bySchool;
    }

    /// <summary>Whether it is a personal address of a member of staff.</summary>
    public bool IsOwnedBy(string personId) => kind is PartyKind.Personal or PartyKind.Family && PersonIds.Contains(personId, StringComparer.Ordinal);

    /// <summary>Takes note of somebody of the school with whom it corresponds.</summary>
    public void Meet(Party other)
    {
        _counterparts ??= new(1);
        if (_counterparts.Count < MostCounterparts && !_counterparts.Contains(other))
        {
            _counterparts.Add(other);
        }
    }
}
