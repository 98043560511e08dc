using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console;
using Rosewood.PolicyAdmin.Console.Syntax;

return (int)new RosewoodConsole(CommandCatalog.Shipped(), ConsoleStreams.ForProcess(), CommandRunner.RunAsync).Run(args);
