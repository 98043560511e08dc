using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public void It_gives_every_item_in_order(int count) =>
        ReadAhead.Of(Enumerable.Range(0, count), 3).ShouldBe(Enumerable.Range(0, count));

    [Fact]
    public void What_the_sequence_throws_is_thrown_after_what_it_gave()
    {
        var given = new List<int>();
        Should.Throw<InvalidDataException>(() => given.AddRange(ReadAhead.Of(Broken(), 3))).Message.ShouldBe("page 4");
        given.Clear();
        Should.Throw<InvalidDataException>(() =>
        {
            foreach (var item in ReadAhead.Of(Broken(), 3))
            {
                given.Add(item);
            }
        });
        given.ShouldBe([1, 2]);

        static IEnumerable<int> Broken()
        {
            yield return 1;
            yield return 2;
            throw new InvalidDataException("page 4");
        }
    }

    [Fact]
    public void Whoever_stops_early_has_stopped_the_sequence_too()
    {
        var made = 0;
        var ended = false;
        ReadAhead.Of(Endless(), 3).Take(10).Count().ShouldBe(10);
        ended.ShouldBeTrue();
        made.ShouldBeInRange(10, 15);

        IEnumerable<int> Endless()
        {
            try
            {
                while (true)
                {
                    yield return made++;
                }
            }
            finally
            {
                ended = true;
            }
        }
    }
}
