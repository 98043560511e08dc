using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>
/// CSV (RFC 4180) with a header. Spreadsheets run cells that begin like a formula, and texts here come from logs and other people's
/// files: such texts, and such items of a list, get an apostrophe in front.
/// </summary>
internal sealed class CsvResults : IResultWriter, IDisposable
{
    private readonly CsvWriter _csv;
    private OutputShape? _header;
    private OutputShape? _shape;

    /// <param name="output">Where it goes.</param>
    /// <param name="declared">The type that the command gives back: its header is printed even without rows.</param>
    public CsvResults(Stream output, Type? declared)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            ShouldQuote = static a => a.Field is { } field && field.AsSpan().ContainsAny(Quoted),
        };
        _csv = new CsvWriter(new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true), configuration, leaveOpen: false);
        _header = declared is null ? null : new OutputShape(declared);
        if (_header is not null)
        {
            WriteHeader(_header);
        }
    }

    /// <summary>Other list separators are quoted too, for spreadsheets that split at them.</summary>
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",;\"\r\n\t ");

    public void Write(object value)
    {
        if (_header is null)
        {
            _header = new OutputShape(value.GetType());
            WriteHeader(_header);
        }

        if (_shape?.Type != value.GetType())
        {
            _shape = new OutputShape(value.GetType());
        }

        foreach (var name in _header.Names)
        {
            _csv.WriteField(Cell(_shape.ValueOf(value, name)));
        }

        _csv.NextRecord();
    }

    public void End() => _csv.Flush();

    public void Dispose() => _csv.Dispose();

    /// <summary>A cell that no spreadsheet takes for a formula. Numbers are numbers, also below zero.</summary>
    internal static string Cell(object? value) => value switch
    {
        null => "",
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => CellText.Exact(value),
        string text => CsvFormula.Neutral(text),
        System.Collections.IEnumerable and not System.Collections.IDictionary => string.Join(';', ((System.Collections.IEnumerable)value).Cast<object?>().Select(Cell)),
        _ => CsvFormula.Neutral(CellText.Exact(value)),
    };

    private void WriteHeader(OutputShape shape)
    {
        foreach (var name in shape.Names)
        {
            _csv.WriteField(name);
        }

        _csv.NextRecord();
    }
}
