using Rosewood.PolicyAdmin.Correspondence.Addresses;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Addresses;

public sealed class AddressListTests
{
    private static readonly AddressList List = new(["union.example", "Dr.Who+clinic@gmail.com"]);

    [Theory]
    [InlineData("rep@union.example", true)]
    [InlineData("rep@south.union.example", true)]
    [InlineData("rep@notunion.example", false)]
    [InlineData("drwho@googlemail.com", true)]
    [InlineData("other@gmail.com", false)]
    public void A_domain_stands_for_all_below_it_and_an_address_for_its_mailbox(string address, bool isListed) => List.Contains(CorrespondentAddress.Parse(address)!).ShouldBe(isListed);
}
