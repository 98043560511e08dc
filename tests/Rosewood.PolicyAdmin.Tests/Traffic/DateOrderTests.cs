using System.Text;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class DateOrderTests
{
    [Theory]
    [InlineData("10.20.11.5,01/02/2026 09:00:01", null)]
    [InlineData("GET /13/01/2026/a HTTP/1.1 01/02/2026 09:00:01", null)]
    [InlineData("1.10.20.11 192.168.10.20 10.13.11.", null)]
    [InlineData("03/04/2026 09:00,10.20.1.5\n24/11/2026 09:00,10.20.1.5\n", true)]
    [InlineData("03/04/2026 09:00,10.20.1.5\n11/24/2026 09:00,10.20.1.5\n", false)]
    [InlineData("03/04/2026 09:00,10.20.1.5\n", null)]
    [InlineData("24/11/2026 09:00\n11/24/2026 09:00\n", null)]
    [InlineData("2026-11-24 09:00:01 10.20.13.24 13.11.20.19\n", null)]
    [InlineData("03/04/2026 09:00,10.20.15.7\n", null)]
    [InlineData("03/04/2026 09:00 172.1.20.15\n", null)]
    [InlineData("24/11/2026 09:00,10.20.15.7 172.1.20.15\n", true)]
    [InlineData("\"13/1/2026, 9:00 AM\",x\n", true)]
    [InlineData("", null)]
    public void A_date_that_can_be_read_in_one_way_only_proves_the_order(string text, bool? expected) =>
        DateOrder.Proof(Encoding.UTF8.GetBytes(text)).ShouldBe(expected);
}
