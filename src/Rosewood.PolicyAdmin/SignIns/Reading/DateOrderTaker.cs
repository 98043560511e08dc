using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Finds out whether the day comes first in the dates of a file of sign-ins.</summary>
internal sealed class DateOrderTaker : RecordTaker
{
    private readonly DateOrderProof _order = new();

    /// <summary>What the dates prove; null: nothing.</summary>
    public bool? DayFirst => _order.DayFirst;

    /// <summary>Whether the order matters and was not proved.</summary>
    public bool IsOpen => _order.IsOpen;

    /// <inheritdoc/>
    public override bool Take(scoped SignInRecord record, long number) => _order.Take(record[SignInField.Time]);

    /// <inheritdoc/>
    public override bool Refuse(long number, string reason) => true;
}
