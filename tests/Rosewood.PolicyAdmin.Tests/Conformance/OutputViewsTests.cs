using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Output;
using Rosewood.PolicyAdmin.Console.Syntax;

namespace Rosewood.PolicyAdmin.Tests.Conformance;

public sealed class OutputViewsTests
{
    public static TheoryData<string> Views() => [.. OutputViews.All.Keys];

    [Theory]
    [MemberData(nameof(Views))]
    public void Every_view_names_a_type_of_the_engine_and_its_properties(string name)
    {
        var type = typeof(PolicyRequest).Assembly.GetExportedTypes().SingleOrDefault(t => t.Name.Equals(name, StringComparison.Ordinal));
        type.ShouldNotBeNull($"{name} is no public type of the engine");
        OutputViews.All[name].Except(new OutputShape(type).Names, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_command_gives_back_has_a_view_or_fits_a_table_or_is_shown_as_a_list()
    {
        var catalog = CommandCatalog.Shipped();
        foreach (var command in catalog.Commands)
        {
            if (catalog.SyntaxOf(command).OutputType is { } type)
            {
                new OutputShape(type).Names.ShouldNotBeEmpty(command.Name);
                OutputViews.TableColumnsOf(type, new OutputShape(type).Names).ShouldNotBeEmpty(command.Name);
            }
        }
    }
}
