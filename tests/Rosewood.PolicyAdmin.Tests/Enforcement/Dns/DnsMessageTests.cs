using System.Net;
using Rosewood.PolicyAdmin.Enforcement.Dns;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Dns;

public sealed class DnsMessageTests
{
    private static readonly byte[] Question = DnsMessage.WriteQuestion(0x1234, "www.facebook.com", DnsMessage.TypeA);

    [Fact]
    public void An_answers_addresses_are_read_past_compressed_names()
    {
        var read = DnsMessage.Read(Answer(0, [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7]), Question);

        read!.Code.ShouldBe(0);
        read.Addresses.ShouldBe([IPAddress.Parse("192.0.2.7")]);
    }

    [Fact]
    public void No_such_name_is_read() => DnsMessage.Read(Answer(3), Question)!.Code.ShouldBe(3);

    [Fact]
    public void Another_id_question_or_a_question_itself_is_no_answer()
    {
        DnsMessage.Read(Answer(3), DnsMessage.WriteQuestion(0x1235, "www.facebook.com", DnsMessage.TypeA)).ShouldBeNull();
        DnsMessage.Read(Answer(3), DnsMessage.WriteQuestion(0x1234, "www.facebook.org", DnsMessage.TypeA)).ShouldBeNull();
        DnsMessage.Read(Answer(3), DnsMessage.WriteQuestion(0x1234, "www.facebook.com", DnsMessage.TypeAaaa)).ShouldBeNull();
        DnsMessage.Read(Question, Question).ShouldBeNull();
    }

    [Fact]
    public void A_pointer_to_itself_ends_a_name_and_nothing_hangs() =>
        DnsMessage.Read(Answer(0, [0xC0, 34, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7]), Question)!.Addresses.Count.ShouldBe(1);

    [Fact]
    public void What_is_cut_off_is_no_answer()
    {
        var whole = Answer(0, [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7]);
        for (var i = 0; i < whole.Length; i++)
        {
            DnsMessage.Read(whole.AsSpan(0, i), Question).ShouldBeNull($"{i} bytes");
        }
    }

    [Fact]
    public void Random_and_mangled_bytes_are_never_more_than_no_answer()
    {
        var random = new Random(20261124);
        var whole = Answer(0, [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7]);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = i % 2 == 0 ? new byte[random.Next(0, 600)] : [.. whole];
            if (i % 2 == 0)
            {
                random.NextBytes(bytes);
            }
            else
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            (DnsMessage.Read(bytes, Question)?.Addresses.Count ?? 0).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("ü.example")]
    public void What_is_no_host_name_is_not_asked_for(string host) =>
        Should.Throw<ArgumentException>(() => DnsMessage.WriteQuestion(1, host, DnsMessage.TypeA));

    private static byte[] Answer(int code, params byte[] record)
    {
        byte[] answer = [.. Question, .. record];
        answer[2] |= 0x80;
        answer[3] = (byte)(0x80 | code);
        answer[7] = (byte)(record.Length > 0 ? 1 : 0);
        return answer;
    }
}
