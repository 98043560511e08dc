using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

public sealed class StarterConfigTests
{
    [Fact]
    public void The_starter_is_sound_on_any_day_for_forty_years()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2060; day = day.AddDays(11))
        {
            var config = ConfigDocuments.Read(StarterConfig.Text("Rosewood", day));
            config.SchoolDay.Terms.Max(t => t.To).DayNumber.ShouldBeGreaterThanOrEqualTo(day.DayNumber - 12, day.ToString("O"));
            config.SchoolDay.Terms.Count.ShouldBe(day.Month is >= 5 and < 8 ? 6 : 3);
            config.SchoolDay.Terms.ShouldAllBe(t => t.From.DayOfWeek != DayOfWeek.Saturday && t.From.DayOfWeek != DayOfWeek.Sunday);
        }
    }

    [Fact]
    public void The_terms_of_2026_are_the_usual_ones()
    {
        StarterTerms.Terms(2026).ShouldBe(
        [
            new TermConfig("Autumn 2026", new DateOnly(2026, 9, 2), new DateOnly(2026, 12, 18)),
            new TermConfig("Spring 2027", new DateOnly(2027, 1, 4), new DateOnly(2027, 3, 25)),
            new TermConfig("Summer 2027", new DateOnly(2027, 4, 12), new DateOnly(2027, 7, 21)),
        ]);
        StarterTerms.Closures(2037).ShouldNotContain(c => c.Name.Equals("May Day", StringComparison.Ordinal), "Easter is on 25 April 2038");
        StarterTerms.Closures(2026).Select(c => c.From).ShouldBe([new DateOnly(2026, 10, 26), new DateOnly(2027, 2, 15), new DateOnly(2027, 5, 3), new DateOnly(2027, 5, 31)]);
    }

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_falls_where_the_calendar_has_it(int year, int month, int day) =>
        StarterTerms.Easter(year).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("St Mary's \"Old\" School \\ Fürth")]
    [InlineData("{{terms}}")]
    [InlineData("学校 🏫")]
    [InlineData("</script> // x /* y")]
    public void Any_name_is_written_so_that_it_reads_back(string name) =>
        ConfigDocuments.Read(StarterConfig.Text(name, new DateOnly(2026, 11, 24))).School.Name.ShouldBe(name);

    [Fact]
    public void The_schema_takes_the_starter()
    {
        var options = new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using var document = System.Text.Json.JsonDocument.Parse(StarterConfig.Text("Rosewood", new DateOnly(2026, 11, 24)), options);
        ConfigDocuments.Schema.Evaluate(document.RootElement).IsValid.ShouldBeTrue();
    }
}
