using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Binding;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Docs;

/// <summary>What the guides tell people to type can be typed; where they point, there is something.</summary>
public sealed partial class QuotedCommandsTests
{
    private static readonly CommandCatalog Catalog = CommandCatalog.Shipped();

    /// <summary>Pages that are made from the commands' own help have tests of their own.</summary>
    private static IEnumerable<(string Page, string Text)> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(static f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(static p => !p.StartsWith("docs/en-US/", StringComparison.Ordinal) && !p.Equals("CHANGELOG.md", StringComparison.Ordinal))
            .Select(static p => (p, Repository.Read(p)));

    [Fact]
    public void Every_command_in_a_block_of_code_binds()
    {
        var commands = Pages().SelectMany(static p => QuotedCommand.InBlocks(p.Page, p.Text)).ToList();

        commands.Count.ShouldBeGreaterThan(80);
        commands.Select(static c => (Command: c.ToString(), Problem: Problem(c))).Where(static c => c.Problem.Length > 0).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_in_a_sentence_exists_with_its_parameters()
    {
        var commands = Pages().SelectMany(static p => QuotedCommand.InSentences(p.Page, p.Text)).ToList();

        commands.Count.ShouldBeGreaterThan(80);
        commands.Where(static c => !Exists(c)).Select(static c => c.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading()
    {
        var broken = new List<string>();
        foreach (var (page, text) in Pages())
        {
            foreach (Match match in Link().Matches(text))
            {
                var (path, heading) = (match.Groups["path"].Value, match.Groups["heading"].Value);
                var target = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, path);
                if (!Path.Exists(Path.Combine(Repository.Root, target)) || (heading.Length > 0 && !Headings(Repository.Read(target)).Contains(heading, StringComparer.Ordinal)))
                {
                    broken.Add($"{page}: {match.Value}");
                }
            }
        }

        broken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rosewood Get-PolicyDevice -Nme x")]
    [InlineData("sudo -u rosewood rosewood Get-PolicyDevices")]
    [InlineData("ExecStart=/usr/bin/rosewood Import-FirewallLog -Paht /var/log/x")]
    [InlineData("Get-PolicyPerson | Grant-SocialMediaAccess -Servce Facebook")]
    public void A_wrong_one_is_seen(string line) =>
        QuotedCommand.InBlocks("page", $"```sh\n{line}\n```").Any(static c => Problem(c).Length > 0).ShouldBeTrue();

    /// <summary>The headings' names in links, as the usual readers of Markdown make them.</summary>
    private static IEnumerable<string> Headings(string text) =>
        text.Split('\n').Where(static l => l.StartsWith('#'))
            .Select(static l => NoName().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string Problem(QuotedCommand command)
    {
        try
        {
            ArgumentBinder.Bind(Catalog.SyntaxOf(Catalog.Find(command.Name)), command.IsFed ? [.. command.Words, "-InputJson", "-"] : command.Words);
            return "";
        }
        catch (Exception e) when (e is UsageException or FaultException)
        {
            return e.Message;
        }
    }

    private static bool Exists(QuotedCommand command)
    {
        if (CommandTable.All.All(c => !c.Name.Equals(command.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var syntax = Catalog.SyntaxOf(Catalog.Find(command.Name));
        var common = CommonOptions.For(syntax.SupportsShouldProcess);
        return command.Words.Select(static w => Parameter().Match(w)).Where(static m => m.Success).Select(static m => m.Groups["name"].Value)
            .All(name => syntax.Parameters.Concat(common).Any(p => p.IsNamed(name)));
    }

    [GeneratedRegex(@"\]\((?<path>[^)#:\s]*)(#(?<heading>[^)]+))?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N}\-_ ]", RegexOptions.None, 1000)]
    private static partial Regex NoName();

    [GeneratedRegex("^-(?<name>[A-Za-z]+)(:.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
