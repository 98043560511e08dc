using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Samples;

namespace Rosewood.PolicyAdmin.Tests.Samples;

public sealed class DemoTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("rosewood demo's ").FullName;
    private readonly List<IReadOnlyList<string>> _ran = [];
    private readonly List<DemoStep> _played = [];

    private string Folder => Path.Combine(_parent, "demo");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void It_prints_each_command_before_it_runs_and_ends_with_the_reports_path()
    {
        using var output = new StringWriter();
        var exit = Demo.Run(Folder, arguments => Pretend(arguments, output), Played, output, CancellationToken.None);

        exit.ShouldBe(0);
        var lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        lines[^1].ShouldBe(Path.Combine(Folder, "report", "report.html"));
        var printed = lines.Where(l => l.StartsWith("  rosewood ", StringComparison.Ordinal)).ToList();
        printed.Count.ShouldBe(_ran.Count);
        var pretended = lines.Where(l => l.StartsWith("ran ", StringComparison.Ordinal)).Select(l => l[4..]).ToList();
        printed.Select(l => l.Split(' ')[3]).ShouldBe(pretended);
        File.Exists(Path.Combine(Folder, "logs", "access.log.1.gz")).ShouldBeTrue();
    }

    [Fact]
    public void Every_command_runs_in_the_demos_own_workspace()
    {
        Demo.Run(Folder, arguments => Pretend(arguments, TextWriter.Null), Played, TextWriter.Null, CancellationToken.None);
        _ran.ShouldNotBeEmpty();
        _ran.ShouldAllBe(a => a.Contains(Path.Combine(Folder, "workspace"), StringComparer.Ordinal));
    }

    [Fact]
    public void It_stops_where_a_command_comes_out_otherwise_than_told()
    {
        using var output = new StringWriter();
        Demo.Run(Folder, arguments => { _ran.Add(arguments); return 0; }, Played, output, CancellationToken.None).ShouldBe(1);
        _ran[^1].ShouldContain(a => a.Equals("it.tech", StringComparison.Ordinal));
        output.ToString().ShouldContain("should have been refused");
        _ran.Clear();
        Demo.Run(Folder, arguments => { _ran.Add(arguments); return 1; }, Played, output, CancellationToken.None).ShouldBe(1);
        _ran.Count.ShouldBe(1);
    }

    [Fact]
    public void It_starts_afresh_in_its_own_folder_and_leaves_others_alone()
    {
        Demo.Run(Folder, arguments => Pretend(arguments, TextWriter.Null), Played, TextWriter.Null, CancellationToken.None);
        File.WriteAllText(Path.Combine(Folder, "old.txt"), "from the demo before");
        Demo.Run(Folder, arguments => Pretend(arguments, TextWriter.Null), Played, TextWriter.Null, CancellationToken.None).ShouldBe(0);
        File.Exists(Path.Combine(Folder, "old.txt")).ShouldBeFalse();

        var other = Directory.CreateDirectory(Path.Combine(_parent, "pupils")).FullName;
        File.WriteAllText(Path.Combine(other, "records.txt"), "keep");
        Should.Throw<FaultException>(() => Demo.Run(other, _ => 0, Played, TextWriter.Null, CancellationToken.None)).Fault.Id.ShouldBe("DemoFolderNotEmpty");
        File.ReadAllText(Path.Combine(other, "records.txt")).ShouldBe("keep");

        var link = Path.Combine(_parent, "link");
        Directory.CreateSymbolicLink(link, Folder);
        Should.Throw<FaultException>(() => Demo.Run(link, _ => 0, Played, TextWriter.Null, CancellationToken.None)).Fault.Id.ShouldBe("DemoFolderNotEmpty");
        Directory.Exists(Path.Combine(Folder, "logs")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, "-User", "-User")]
    [InlineData(false, "Sarah Jones", "'Sarah Jones'")]
    [InlineData(false, "Tomás O'Brien", @"'Tomás O'\''Brien'")]
    [InlineData(false, "Html,Csv", "Html,Csv")]
    [InlineData(false, "$(id)", "'$(id)'")]
    [InlineData(false, "", "''")]
    [InlineData(true, "Html,Csv", "'Html,Csv'")]
    [InlineData(true, "Tomás O'Brien", "'Tomás O''Brien'")]
    [InlineData(true, @"C:\Demo\x", @"C:\Demo\x")]
    public void Words_are_quoted_for_the_shell_that_they_are_pasted_in(bool powerShell, string word, string expected) =>
        new DemoShell(powerShell).Quote(word).ShouldBe(expected);

    [Fact]
    public void The_line_that_names_the_program_survives_a_path_with_an_apostrophe() =>
        new DemoShell(ForPowerShell: false).Alias("/srv/head's/rosewood").ShouldBe(@"alias rosewood=''\''/srv/head'\''\'\'''\''s/rosewood'\'''");

    [Fact]
    public void Whose_part_it_plays_is_said_before_the_command()
    {
        using var output = new StringWriter();
        Demo.Run(Folder, arguments => Pretend(arguments, output), Played, output, CancellationToken.None).ShouldBe(0);
        _played.Select(s => (s.By, s.Arguments[0])).ShouldBe([("r.oyelaran", "New-SafeguardingKey"), ("chair", "New-SafeguardingKey"), ("y.demir", "New-SafeguardingConcern")]);
        output.ToString().ShouldContain("  (r.oyelaran) rosewood New-SafeguardingKey -KeyPath");
        _played.ShouldAllBe(s => CommandTable.For(s.Request!.GetType()).Name.Equals(s.Arguments[0], StringComparison.Ordinal));
    }

    private void Played(DemoStep step, DemoFolder place) => _played.Add(step);

    private int Pretend(IReadOnlyList<string> arguments, TextWriter output)
    {
        _ran.Add(arguments);
        output.WriteLine("ran " + arguments[0]);
        if (arguments[0].Equals("New-PolicyComplianceReport", StringComparison.Ordinal))
        {
            var folder = arguments[arguments.ToList().IndexOf("-OutputPath") + 1];
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "report.html"), "<!doctype html>");
        }

        return arguments.Contains("it.tech", StringComparer.Ordinal) || arguments.Contains("Sarah Jones", StringComparer.Ordinal) ? 1 : 0;
    }
}
