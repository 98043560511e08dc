using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Console.Support;

namespace Rosewood.PolicyAdmin.Tests.Console.Input;

public sealed class InputJsonTests
{
    private static ConsoleRun Piped(string input, params string[] words)
    {
        var run = new ConsoleRun { Input = input };
        run.Run([.. words, "-InputJson", "-"]);
        return run;
    }

    [Fact]
    public void Each_object_is_one_run_bound_by_property_name()
    {
        var requests = Piped("""[{"User":["a","b"],"Colour":"Green","Count":7,"Other":{"x":1}},{"who":"c"}]""", "Set-FakeThing", "-Reason", "r").Requests.Cast<SetFakeThing>().ToList();

        requests.Count.ShouldBe(2);
        requests[0].User.ShouldBe(["a", "b"]);
        (requests[0].Colour, requests[0].Count, requests[0].Reason).ShouldBe((FakeColour.Green, 7, "r"));
        requests[1].User.ShouldBe(["c"]);
        (requests[1].Colour, requests[1].Count, requests[1].Reason).ShouldBe((null, 3, "r"));
    }

    [Fact]
    public void Texts_bind_to_the_parameter_that_takes_them_whole() =>
        Piped("""["x","O'Brien"]""", "Get-FakeThing").Requests.Cast<GetFakeThing>().Select(r => r.Name).ShouldBe(["x", "O'Brien"]);

    [Fact]
    public void What_the_command_line_says_stays() =>
        ((SetFakeThing)Piped("""[{"User":"a","Count":9}]""", "Set-FakeThing", "-Count", "1").Requests.Single()).Count.ShouldBe(1);

    [Fact]
    public void Absent_values_leave_the_default() =>
        ((SetFakeThing)Piped("""{"User":"a","Colour":null}""", "Set-FakeThing").Requests.Single()).Colour.ShouldBeNull();

    [Fact]
    public void An_empty_array_runs_nothing()
    {
        using var run = new ConsoleRun { Input = "[]" };
        run.Run("Set-FakeThing", "-InputJson", "-", "-As", "Json").ShouldBe(0);
        run.Requests.ShouldBeEmpty();
        run.Out.ShouldBe("[]\n");
    }

    [Theory]
    [InlineData("""[{"Colour":"Red"},{"User":"ok"}]""", "Object 1", "needs -User")]
    [InlineData("""[{"Name":"no such"},{"User":"ok"}]""", "Object 1", "has nothing that Set-FakeThing takes")]
    [InlineData("""[{"User":"a","Colour":"Blue"},{"User":"ok"}]""", "Object 1", "-Colour can't be 'Blue'")]
    [InlineData("""[{"User":"a","Count":[1,2]},{"User":"ok"}]""", "Object 1", "2 values where one is needed")]
    [InlineData("""[{"User":{"a":1}},{"User":"ok"}]""", "Object 1", "an object where a plain value")]
    [InlineData("""[null,{"User":"ok"}]""", "Object 1", "has nothing that")]
    [InlineData("""[{"User":"\ud800"},{"User":"ok"}]""", "Object 1", "lone surrogate")]
    public void An_object_that_does_not_bind_is_a_fault_and_the_next_goes_on(string input, string which, string why)
    {
        using var run = new ConsoleRun { Input = input };
        run.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(1);
        run.Error.ShouldContain(which);
        run.Error.ShouldContain(why);
        ((SetFakeThing)run.Requests.Single()).User.ShouldBe(["ok"]);
    }

    [Fact]
    public void A_fault_about_one_object_keeps_nobody_from_the_next_and_one_about_the_workspace_ends_them_all()
    {
        using var run = new ConsoleRun { Input = """[{"User":"a"},{"User":"b"}]""", Handler = (request, _) => Fail(request, "PersonNotFound") };
        run.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(1);
        run.Error.ShouldContain("[PersonNotFound]");
        run.Requests.Count.ShouldBe(2);
        using var broken = new ConsoleRun { Input = run.Input, Handler = (request, _) => Fail(request, "WorkspaceNotFound") };
        broken.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(1);
        broken.Requests.Count.ShouldBe(1);

        static void Fail(PolicyRequest request, string id)
        {
            if (((SetFakeThing)request).User is ["a"])
            {
                throw new Fault(id, FaultKind.NotFound, "a", "There is no a.").ToException();
            }
        }
    }

    [Theory]
    [InlineData("[[]]", "0 values where one is needed")]
    [InlineData("""[["a","b"]]""", "2 values where one is needed")]
    public void An_array_does_not_bind_whole_to_a_single_value(string input, string why)
    {
        using var run = new ConsoleRun { Input = input };
        run.Run("Get-FakeThing", "-InputJson", "-").ShouldBe(1);
        run.Error.ShouldContain(why);
        run.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[{]", "line 1, column")]
    [InlineData("[\n{\"User\":\"a\"},\n{\"User\":}\n]", "line 3, column")]
    [InlineData("", "line 1, column 1")]
    [InlineData("[{\"User\":\"a\",\"User\":\"b\"}]", "no JSON that can be read")]
    [InlineData("[{\"User\":\"a\"}] trailing", "line 1, column")]
    public void Broken_json_is_told_with_its_place(string input, string place)
    {
        using var run = new ConsoleRun { Input = input };
        run.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(1);
        run.Error.ShouldContain(place);
        run.Error.ShouldContain("[InputJsonInvalid]");
        run.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        using var run = new ConsoleRun { Input = new string('[', 100_000) };
        run.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(1);
        run.Error.ShouldContain("[InputJsonInvalid]");
    }

    [Fact]
    public void Size_is_bounded()
    {
        using var run = new ConsoleRun { InputBytes = new byte[(64 * 1024 * 1024) + 1] };
        run.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(1);
        run.Error.ShouldContain("[InputJsonTooLarge]");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_no_trouble(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        using var run = new ConsoleRun { InputBytes = [.. text.GetPreamble(), .. text.GetBytes("""[{"User":"Zoë"}]""")] };
        run.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(0);
        ((SetFakeThing)run.Requests.Single()).User.ShouldBe(["Zoë"]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fault()
    {
        using var run = new ConsoleRun();
        run.Run("Set-FakeThing", "-InputJson", "/no/such/file.json").ShouldBe(1);
        run.Error.ShouldContain("[InputJsonUnreadable]");
    }

    [Fact]
    public void Random_bytes_never_get_past_a_fault()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            using var run = new ConsoleRun { InputBytes = bytes };
            run.Run("Set-FakeThing", "-InputJson", "-").ShouldBe(1);
        }
    }
}
