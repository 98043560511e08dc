using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Cuts JSON into records of sign-ins.</summary>
/// <param name="shape">What of a record matters.</param>
/// <param name="path">The file, for faults.</param>
internal sealed class JsonRecords(JsonNode shape, string path) : JsonCutter, IRecordSource
{
    private readonly RecordFields _fields = new();
    private JsonRecord? _record;
    private RecordTaker? _taker;

    /// <inheritdoc/>
    public string Unit => "record";

    /// <inheritdoc/>
    public bool Read(TextWindow window, RecordTaker taker)
    {
        _record = new JsonRecord(shape, _fields);
        _taker = taker;
        return Cut(window);
    }

    /// <inheritdoc/>
    protected override JsonObjectEnd ReadObject(ref Utf8JsonReader reader)
    {
        _fields.Clear();
        return _record!.Read(ref reader);
    }

    /// <inheritdoc/>
    protected override bool Take(ReadOnlySpan<byte> text, long number) => _taker!.Take(new SignInRecord(text, _fields), number);

    /// <inheritdoc/>
    protected override bool Refuse(long number, string reason) => _taker!.Refuse(number, reason);

    /// <inheritdoc/>
    protected override Fault Broken(long line, long column) => SignInFaults.Broken(path, line, column);

    /// <inheritdoc/>
    protected override Fault TooLong(long line) => SignInFaults.TooLong(path, line);

    /// <inheritdoc/>
    protected override Fault Truncated(long records) => SignInFaults.Truncated(path, records);
}
