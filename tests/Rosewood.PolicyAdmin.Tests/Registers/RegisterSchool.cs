using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Console.Output;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Registers;

/// <summary>What tests of registers share.</summary>
internal static class RegisterSchool
{
    /// <summary>The outputs as <c>-As Csv</c> prints them.</summary>
    public static string Csv(this RecordingSink sink)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvResults(stream, sink.Outputs[0].GetType()))
        {
            sink.Outputs.ForEach(csv.Write);
            csv.End();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static async Task<PolicyControl> ControlAsync(this TempWorkspace school, string clause) =>
        (await school.RunAsync(new GetPolicyControl { Clause = [clause] })).Of<PolicyControl>().Single();

    /// <summary>Whether somebody's roles let them run a command.</summary>
    public static bool MayRun<TRequest>(this TempWorkspace school, string user)
        where TRequest : PolicyRequest =>
        school.As(user).Roles.Overlaps(CommandTable.For(typeof(TRequest)).Roles);
}
