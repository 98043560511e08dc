using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Cuts a text into records. One instance serves one pass over one text.</summary>
internal interface IRecordSource
{
    /// <summary>What a record's number counts: <c>record</c> or <c>line</c>.</summary>
    string Unit { get; }

    /// <summary>Gives all records, until the text ends or no more is wanted.</summary>
    /// <returns>Whether the text was read to its end.</returns>
    /// <exception cref="FaultException"><c>SignInLogBroken</c>, <c>SignInLogTruncated</c>.</exception>
    bool Read(TextWindow window, RecordTaker taker);
}
