using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Syntax;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.Console.Support;

/// <summary>Runs the console in this process over the fake commands, with streams that are kept.</summary>
internal sealed class ConsoleRun : IDisposable
{
    private readonly MemoryStream _out = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public List<PolicyRequest> Requests { get; } = [];

    /// <summary>What the handler does.</summary>
    public Action<PolicyRequest, ICommandSink> Handler { get; init; } = static (_, _) => { };

    public string Input { get; init; } = "";

    public byte[]? InputBytes { get; init; }

    public Queue<string> Answers { get; init; } = [];

    public bool Terminal { get; init; }

    public bool Colour { get; init; }

    public int Width { get; init; } = 80;

    public Stream? Output { get; init; }

    public string Out => Encoding.UTF8.GetString(_out.ToArray());

    public string Error => _error.ToString();

    public static CommandCatalog Catalog { get; } = CatalogOf(tellsPending: false);

    /// <summary>Whether Set-FakeThing tells by its exit code that there is something to do.</summary>
    public bool TellsPending { get; init; }

    private static CommandCatalog CatalogOf(bool tellsPending) => new(
        [Fake<SetFakeThing>("Set-FakeThing") with { TellsPending = tellsPending }, Fake<RemoveFakeThing>("Remove-FakeThing"), Fake<GetFakeThing>("Get-FakeThing")],
        static name => typeof(SetFakeThingCommand).Assembly.GetType($"{typeof(SetFakeThingCommand).Namespace}.{name.Replace("-", "", StringComparison.Ordinal)}Command"));

    public static CommandSyntax Syntax(string name) => Catalog.SyntaxOf(Catalog.Find(name));

    public int Run(params string[] args) => (int)new RosewoodConsole(TellsPending ? CatalogOf(tellsPending: true) : Catalog, Streams(), RunAsync).Run(args);

    public ConsoleStreams Streams() => new()
    {
        Out = Output ?? _out,
        Error = _error,
        In = () => new MemoryStream(InputBytes ?? Encoding.UTF8.GetBytes(Input)),
        ReadAnswer = () => Answers.TryDequeue(out var answer) ? answer : null,
        OutIsTerminal = Terminal,
        ErrorIsTerminal = Terminal,
        InIsTerminal = Terminal,
        Colour = Colour,
        Width = Width,
    };

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }

    private Task RunAsync(PolicyRequest request, CommandHost host, ICommandSink sink, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Handler(request, sink);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    private static CommandDescriptor Fake<T>(string name) => new(name, typeof(T), typeof(object), RoleSet.None);
}
