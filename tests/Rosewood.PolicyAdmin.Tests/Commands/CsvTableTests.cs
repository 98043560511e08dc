using System.Runtime.InteropServices;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed partial class CsvTableTests : IDisposable
{
    private static readonly CsvColumn[] Columns = [new("Name", Required: true, "Full name"), new("Roles", Required: false), new("Since", Required: false)];

    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-csv-").FullName;
    private readonly RecordingSink _sink = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Name,Roles\nAda,Teacher\n")]
    [InlineData("Name;Roles\r\nAda;Teacher\r\n")]
    [InlineData("Name\tRoles\rAda\tTeacher")]
    [InlineData("FULL NAME,roles\nAda,Teacher\n")]
    [InlineData("full_name , \"Roles\"\n Ada , Teacher \n")]
    [InlineData("Roles,Name\nTeacher,Ada\n")]
    [InlineData("Name,Roles\n\n,,\nAda,Teacher\n\n")]
    [InlineData("Name,Roles,,\nAda,Teacher,,\n")]
    public void Separators_line_ends_headers_and_blank_rows_are_understood(string text)
    {
        var row = Rows(Write(text)).ShouldHaveSingleItem();
        row.ShouldBe(("Ada", "Teacher"));
        _sink.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Unicode_encodings_are_read_without_a_warning(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var path = WriteBytes([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Name,Roles\nZoë Ó Néill,Teacher\n")]);
        Rows(path).ShouldHaveSingleItem().Name.ShouldBe("Zoë Ó Néill");
        _sink.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Windows_1252_is_read_with_a_warning()
    {
        var path = WriteBytes([.. "Name,Roles\nSin"u8, 0xE9, .. "ad O"u8, 0x92, .. "Neill,Teacher\n"u8]);
        Rows(path).ShouldHaveSingleItem().Name.ShouldBe("Sinéad O’Neill");
        _sink.Warnings.ShouldHaveSingleItem().ShouldContain("Windows-1252");
    }

    [Fact]
    public void Bytes_that_are_neither_are_refused() => FaultOf(WriteBytes([.. "Name,Roles\nA"u8, 0x81, .. ",Teacher\n"u8])).Id.ShouldBe("CsvEncoding");

    [Fact]
    public void Quoted_cells_hold_separators_quotes_and_line_breaks()
    {
        var rows = Rows(Write("Name,Roles\n\"Lee, \"\"Sam\"\"\r\nJunior\",Teacher\nAda,Head\n"));
        rows.ShouldBe([("Lee, \"Sam\" Junior", "Teacher"), ("Ada", "Head")]);
    }

    [Fact]
    public void A_problem_is_pointed_at_by_line_and_column_also_behind_cells_with_line_breaks()
    {
        var table = CsvTable.Open(Write("Name,Roles,Since\n\"Lee\nJunior\",Teacher,01/09/2026\nAda,Head,2026-02-30\n"), Columns, _sink);
        foreach (var row in table.Rows(CancellationToken.None))
        {
            row.Date("Since").ShouldBeNull();
        }

        var fault = Should.Throw<FaultException>(table.ThrowIfInvalid).Fault;
        fault.Id.ShouldBe("CsvInvalid");
        fault.Target.ShouldEndWith("test.csv:3:17");
        fault.Message.ShouldContain("test.csv:4:10");
        fault.Message.ShouldContain("2026-09-01");
        fault.Message.ShouldContain("nothing was imported");
    }

    [Fact]
    public void All_problems_are_counted_and_the_first_twenty_listed()
    {
        var text = new StringBuilder("Name,Roles\n");
        for (var i = 0; i < 30; i++)
        {
            text.Append("only-one-cell\n");
        }

        var fault = FaultOf(Write(text.ToString()));
        fault.Message.ShouldContain("30 problems");
        fault.Message.Split('\n').Length.ShouldBe(22);
        fault.Message.ShouldEndWith("… and 10 more.");
    }

    [Theory]
    [InlineData("", "CsvEmpty")]
    [InlineData("\n \n", "CsvEmpty")]
    [InlineData("Name,Roles\n", "CsvNoRows")]
    [InlineData("Name,Roles\n\n,\n", "CsvNoRows")]
    [InlineData("Roles\nTeacher\n", "CsvColumnsMissing")]
    [InlineData("Name,NAME\na,b\n", "CsvColumnTwice")]
    [InlineData("Name\0,Roles\nAda,Teacher\n", "CsvBinary")]
    [InlineData("Name,Roles\nAda\n", "CsvInvalid")]
    [InlineData("Name,Roles\nAda,Teacher,Extra\n", "CsvInvalid")]
    [InlineData("Name,Roles\n\"Ada,Teacher\nLee,Head\n", "CsvInvalid")]
    [InlineData("Name,Roles\nA\"d\"a,Teacher\n", "CsvInvalid")]
    [InlineData("Name,Roles\nA\u202Eda,Teacher\n", "CsvInvalid")]
    [InlineData("Name,Roles\nA\u0007da,Teacher\n", "CsvInvalid")]
    [InlineData("Name,Roles\nA\u200Bda,Teacher\n", "CsvInvalid")]
    public void What_is_wrong_with_a_file_has_its_own_fault(string text, string id)
    {
        var fault = FaultOf(Write(text));
        fault.Id.ShouldBe(id);
        fault.Message.ShouldEndWith(".");
    }

    [Fact]
    public void A_workbook_is_told_from_a_csv_file() => FaultOf(WriteBytes([.. "PK\u0003\u0004"u8, 0, 0, 0])).Id.ShouldBe("CsvIsWorkbook");

    [Fact]
    public void A_missing_file_and_a_folder_are_faults()
    {
        FaultOf(Path.Combine(_folder, "none.csv")).Id.ShouldBe("FileNotFound");
        FaultOf(_folder).Id.ShouldBe("FileIsDirectory");
    }

    [Fact]
    public void A_file_without_permission_is_a_fault()
    {
        var path = Write("Name,Roles\nAda,Teacher\n");
        File.SetUnixFileMode(path, UnixFileMode.None);
        AsUnprivileged(() => FaultOf(path)).Id.ShouldBe("AccessDenied");
    }

    [Fact]
    public void A_file_a_row_count_and_a_cell_are_bounded()
    {
        using (var stream = File.Create(Path.Combine(_folder, "huge.csv")))
        {
            stream.SetLength(CsvText.MaxBytes + 1L);
        }

        FaultOf(Path.Combine(_folder, "huge.csv")).Id.ShouldBe("CsvTooLarge");
        FaultOf(Write("Name,Roles\n" + string.Concat(Enumerable.Repeat("a,b\n", CsvTable.MaxRows + 1)))).Id.ShouldBe("CsvTooLarge");
        var fault = FaultOf(Write("Name,Roles\nAda,Teacher\n" + new string('x', CsvTable.MaxCell + 10) + ",Teacher\n"));
        fault.Id.ShouldBe("CsvInvalid");
        fault.Target.ShouldEndWith(":3:1");
    }

    [Fact]
    public void Unknown_columns_are_left_out_with_a_warning_and_an_alias_gives_way_to_the_name()
    {
        Rows(Write("Name,Full name,Colour,Roles\nAda,Ada Lovelace,green,Teacher\n")).ShouldHaveSingleItem().ShouldBe(("Ada", "Teacher"));
        var warning = _sink.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("Full name, Colour");
    }

    [Fact]
    public void Random_bytes_and_broken_files_end_in_rows_or_in_a_fault()
    {
        var random = new Random(20261124);
        var sound = Encoding.UTF8.GetBytes("Name,Roles,Since\n\"Lee, Sam\",Teacher;Admin,2026-09-01\r\nZoë,\"Head\nteacher\",\n");
        for (var i = 0; i < 2000; i++)
        {
            var bytes = i % 2 == 0 ? RandomBytes(random) : Mutated(random, sound);
            try
            {
                Rows(WriteBytes(bytes));
            }
            catch (FaultException e)
            {
                e.Fault.Id.ShouldNotBeNullOrEmpty();
            }
        }
    }

    private static byte[] RandomBytes(Random random)
    {
        const string Alphabet = "Name,;\t\"\r\n Roles\0é\u202Eaz09'";
        var text = new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
        var bytes = Encoding.UTF8.GetBytes(random.Next(2) == 0 ? "Name,Roles,Since\n" + text : text);
        return random.Next(4) == 0 ? [.. bytes, (byte)random.Next(256)] : bytes;
    }

    private static byte[] Mutated(Random random, byte[] sound)
    {
        var bytes = sound[..random.Next(sound.Length + 1)];
        for (var n = random.Next(4); n > 0 && bytes.Length > 0; n--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private List<(string? Name, string? Roles)> Rows(string path)
    {
        var table = CsvTable.Open(path, Columns, _sink);
        var rows = table.Rows(CancellationToken.None).Select(r => (r.Text("Name"), r.Text("Roles"))).ToList();
        table.ThrowIfInvalid();
        return rows;
    }

    private Fault FaultOf(string path) => Should.Throw<FaultException>(() => Rows(path)).Fault;

    private string Write(string text) => WriteBytes(Encoding.UTF8.GetBytes(text));

    private string WriteBytes(byte[] bytes)
    {
        var path = Path.Combine(_folder, "test.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Root may read everything; this thread alone looks at files as nobody for the while.</summary>
    private static T AsUnprivileged<T>(Func<T> act)
    {
        const uint Nobody = 65534;
        var before = SetFileUid(Nobody);
        try
        {
            return act();
        }
        finally
        {
            _ = SetFileUid(before);
        }
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetFileUid(uint uid);
}
