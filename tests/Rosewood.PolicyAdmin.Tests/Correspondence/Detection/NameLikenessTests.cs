using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Detection;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("Joanne Smith", "john.smith@gmail.com")]
    [InlineData("Joanne Smith", "johnsmith@sky.com")]
    [InlineData("Dan Bell", "jordan.bell@outlook.com")]
    [InlineData("Dan Bell", "danbellamy@outlook.com")]
    [InlineData("Ian Gray", "adrian.gray@sky.com")]
    [InlineData("Ian Gray", "christian_gray@sky.com")]
    [InlineData("Paul Ogden", "paula.ogden@sky.com")]
    [InlineData("James Okonkwo", "jo.okonkwo@sky.com")]
    public void Anothers_name_that_holds_the_letters_is_not_enough(string name, string address) => Of(name, address).ShouldBeLessThan(NameLikeness.Enough);

    [Theory]
    [InlineData("Sarah Jones", "sarah.jones@gmail.com", 0.9)]
    [InlineData("Sarah Jones", "jones_sarah84@sky.com", 0.9)]
    [InlineData("Sarah Jones", "sarah.k.jones@sky.com", 0.9)]
    [InlineData("Sarah Jones", "miss.sarah.jones.home@sky.com", 0.9)]
    [InlineData("Sarah Jones", "sarahjones.home@sky.com", 0.9)]
    [InlineData("Sarah Jones", "sarahjones84@sky.com", 0.9)]
    [InlineData("Niamh O'Brien", "niamh.o'brien@sky.com", 0.9)]
    [InlineData("Marta Kowalczyk-Reid", "marta.kowalczyk-reid@sky.com", 0.9)]
    [InlineData("Marta Kowalczyk-Reid", "marta.reid@sky.com", 0.9)]
    [InlineData("Daniel Okonkwo", "dan.okonkwo@sky.com", 0.85)]
    [InlineData("Zoë Ogden", "zoe\u0308.ogden@sky.com", 0.9)]
    [InlineData("Sarah Ogden", "sarahkogden@sky.com", 0.7)]
    [InlineData("Sarah Ogden", "s.ogden7@sky.com", 0.7)]
    [InlineData("Sarah Ogden", "sk.ogden@sky.com", 0.6)]
    [InlineData("Sarah Ogden", "ogden77@sky.com", 0.55)]
    [InlineData("Sarah Ogden", "saraho@sky.com", 0.4)]
    public void The_persons_own_name_is_found_in_the_ways_that_people_write_it(string name, string address, double likeness) => Of(name, address).ShouldBe(likeness, 0.001);

    [Fact]
    public void A_short_form_with_a_surname_that_very_many_have_is_less_sure()
    {
        Of("Daniel Smith", "dan.smith@sky.com").ShouldBe(0.85 * 0.85, 0.001);
        Of("Daniel Smith", "daniel.smith@sky.com").ShouldBe(0.9, 0.001);
    }

    [Fact]
    public void The_dots_of_a_Gmail_address_part_its_words_though_Gmail_does_not_see_them() => Of("Dan Bell", "jor.dan.bell@gmail.com").ShouldBe(0.9, 0.001);

    [Fact]
    public void A_relative_has_the_surname_and_another_first_name()
    {
        var names = Names("Daniel Okonkwo");
        names.HasSurname("P-1", Address("grace.okonkwo@sky.com")).ShouldBeTrue();
        names.HasSurname("P-1", Address("theokonkwos@sky.com")).ShouldBeTrue();
        names.HasSurname("P-1", Address("bluebird@sky.com")).ShouldBeFalse();
        Names("Jo Lee").HasSurname("P-1", Address("kathleen@sky.com")).ShouldBeFalse("three letters are in many words");
    }

    [Fact]
    public void Only_those_who_declared_nothing_are_taken_for_the_owner()
    {
        var staff = new[] { Person("P-1", "Daniel Okonkwo"), Person("P-2", "Dana Okonkwo") };
        new NameLikeness(staff, new HashSet<string>(["P-2"], StringComparer.Ordinal)).Likeliest(Address("daniel.okonkwo@sky.com")).ShouldBe(LikelyOwner.Nobody);
        new NameLikeness(staff, new HashSet<string>(["P-1", "P-2"], StringComparer.Ordinal)).Likeliest(Address("daniel.okonkwo@sky.com")).PersonId.ShouldBe("P-1");
    }

    private static double Of(string name, string address) => Names(name).Of("P-1", Address(address));

    private static NameLikeness Names(string name) => new([Person("P-1", name)], new HashSet<string>(["P-1"], StringComparer.Ordinal));

    private static CorrespondentAddress Address(string text) => CorrespondentAddress.Parse(text)!;

    private static Person Person(string id, string name) => new(id, id + "@rosewood.example", name, RoleSet.Of(Role.Teacher), [], [], null, null, null);
}
