using Rosewood.PolicyAdmin.Console;

namespace Rosewood.PolicyAdmin.Tests.Console;

public sealed class HiddenLineTests
{
    private static readonly ConsoleKeyInfo Backspace = new('\b', ConsoleKey.Backspace, shift: false, alt: false, control: false);

    [Fact]
    public void Controls_are_no_part_of_it()
    {
        var line = new HiddenLine();
        line.Take(new('\e', ConsoleKey.Escape, shift: false, alt: false, control: false)).ShouldBeTrue();
        line.Take(new('\u0015', ConsoleKey.U, shift: false, alt: false, control: true)).ShouldBeTrue();
        line.Take(new('\0', ConsoleKey.LeftArrow, shift: false, alt: false, control: false)).ShouldBeTrue();
        line.Take(new('\u009b', default, shift: false, alt: false, control: false)).ShouldBeTrue();
        Type(line, "a b");
        line.Take(new('\r', ConsoleKey.Enter, shift: false, alt: false, control: false)).ShouldBeFalse();
        line.Text.ShouldBe("a b");
    }

    [Fact]
    public void Backspace_takes_a_whole_character_and_stops_at_the_beginning()
    {
        var line = new HiddenLine();
        Type(line, "é🔑");
        line.Take(Backspace);
        line.Text.ShouldBe("é");
        line.Take(Backspace);
        line.Take(Backspace).ShouldBeTrue();
        line.Text.ShouldBe("");
    }

    private static void Type(HiddenLine line, string text)
    {
        foreach (var unit in text)
        {
            line.Take(new(unit, default, shift: false, alt: false, control: false)).ShouldBeTrue();
        }
    }
}
