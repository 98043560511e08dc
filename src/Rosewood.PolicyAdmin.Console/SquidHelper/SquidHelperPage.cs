namespace Rosewood.PolicyAdmin.Console.SquidHelper;

/// <summary>What <c>rosewood help squid-helper</c> prints.</summary>
internal static class SquidHelperPage
{
    /// <summary>The word by which it is called.</summary>
    public const string Word = "squid-helper";

    public static string Text => $$"""
        rosewood squid-helper -Snapshot FILE [-NoConcurrency] [-Tunnels ADDRESS:PORT [-TunnelLimit SECONDS]]

        Answers Squid, request by request, whether social media is open: for whom, from which device, at that
        instant. Squid starts it by itself, as external_acl_type says; nobody types it but to try it.

        {{string.Join('\n', SquidHelperParameter.All.Select(Described))}}

        In squid.conf (the target's page in docs/ has all the lines):
          external_acl_type rosewood_access ttl=0 negative_ttl=0 cache=0 children-max=1 concurrency=10000
            %#un %SRC %SRCEUI48 %DST %PORT %METHOD /usr/bin/rosewood squid-helper -Snapshot FILE
          (in one line)

        A question is one line:   channel login address mac host port method
        each word percent-encoded, - for what is absent; nothing behind them but a lone -. Its answer is one of
          0 OK tag=Grant log=Grant/G-0001
          0 ERR message="..." tag=NoGrant log=NoGrant
          0 BH message="..."
        where tag is the reason code and message is a sentence for the person. Without a snapshot that can be gone
        by, all that the catalogue blocks is refused with tag=StateUnavailable, and the reason stands on stderr,
        which is Squid's cache.log.

        To try it:
          echo '0 n.obrien 10.20.1.7 - www.facebook.com 443 CONNECT' | rosewood squid-helper -Snapshot FILE

        It ends with its input. Exit codes: 0 done, 1 a fault, 2 wrong usage.

        """.ReplaceLineEndings("\n");

    private static string Described(SquidHelperParameter parameter) =>
        string.Join('\n', parameter.Text.Select(static t => "      " + t).Prepend($"  -{parameter.Name}{(parameter.Value is { } value ? " " + value : "")}"));
}
