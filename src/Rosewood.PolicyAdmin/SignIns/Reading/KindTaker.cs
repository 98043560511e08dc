using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Finds out what JSON records are, by the first that shows it; expects <see cref="JsonShapes.Either"/>.</summary>
internal sealed class KindTaker : RecordTaker
{
    /// <summary>A file in which so many records show nothing is another.</summary>
    private const int MostRecords = 1000;

    /// <summary>What they are; null: none showed it.</summary>
    public SignInSource? Source { get; private set; }

    /// <summary>Whether there was any record.</summary>
    public bool HasRecords { get; private set; }

    /// <inheritdoc/>
    public override bool Take(scoped SignInRecord record, long number)
    {
        HasRecords = true;
        Source = record.Has(SignInField.EventId) ? SignInSource.Windows : record.Has(SignInField.Application) ? SignInSource.Entra : null;
        return Source is null && number < MostRecords;
    }

    /// <inheritdoc/>
    public override bool Refuse(long number, string reason)
    {
        HasRecords = true;
        return number < MostRecords;
    }
}
