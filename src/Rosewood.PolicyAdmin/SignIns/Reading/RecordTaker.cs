namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Takes the records of a file one by one.</summary>
internal abstract class RecordTaker
{
    /// <summary>Takes a record.</summary>
    /// <param name="record">The record, valid during the call.</param>
    /// <param name="number">Its record number or line, from 1.</param>
    /// <returns>False when no more is wanted.</returns>
    public abstract bool Take(scoped SignInRecord record, long number);

    /// <summary>Takes note of something that is no record.</summary>
    /// <param name="number">Its record number or line, from 1.</param>
    /// <param name="reason">Why.</param>
    /// <returns>False when no more is wanted.</returns>
    public abstract bool Refuse(long number, string reason);
}
