using System.Text;
using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

/// <summary>A compiled <c>logformat</c>: the codes and what stands between them.</summary>
internal sealed partial class SquidPattern
{
    private SquidPattern(byte[] lead, SquidToken[] tokens)
    {
        Lead = lead;
        Tokens = tokens;
    }

    /// <summary>The text before the first code.</summary>
    public byte[] Lead { get; }

    /// <summary>The codes in their order.</summary>
    public IReadOnlyList<SquidToken> Tokens { get; }

    /// <summary>Whether it has a code.</summary>
    public bool Has(SquidCode code) => Tokens.Any(t => t.Code == code);

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">As behind the name in squid.conf; <c>logformat name</c> before it is taken off.</param>
    /// <param name="problem">Why it can't be read back, for people; null when it can.</param>
    public static SquidPattern? Compile(string definition, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var compiler = new Compiler(Body(definition));
        problem = compiler.Run();
        return problem is null ? new SquidPattern(compiler.Lead, [.. compiler.Tokens]) : null;
    }

    private static string Body(string definition)
    {
        const string Directive = "logformat ";
        if (!definition.StartsWith(Directive, StringComparison.Ordinal))
        {
            return definition;
        }

        var rest = definition[Directive.Length..].TrimStart();
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? rest : rest[(space + 1)..].TrimStart();
    }

    [GeneratedRegex("^[a-z_]+::", RegexOptions.None, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex("^(?:[a-z_]+::)?[<>]?[A-Za-z0-9_]*", RegexOptions.None, 1000)]
    private static partial Regex Unknown();

    private sealed class Compiler(string text)
    {
        private int _at;
        private SquidQuoting _context;

        public byte[] Lead { get; private set; } = [];

        public List<SquidToken> Tokens { get; } = [];

        /// <returns>The problem, or null.</returns>
        public string? Run()
        {
            Lead = Literal();
            while (_at < text.Length)
            {
                if (Token() is { } problem)
                {
                    return problem;
                }

                var token = Tokens[^1];
                token.Literal = Literal();
                var before = Tokens.Count > 1 ? Tokens[^2].Literal : Lead;
                token.MayBePadded |= before is [.., (byte)' '];
            }

            return Check();
        }

        private string? Check()
        {
            bool Has(params SquidCode[] codes) => Tokens.Exists(t => codes.Contains(t.Code));
            if (!Has(SquidCode.Seconds, SquidCode.LocalTime, SquidCode.Gmt, SquidCode.Start))
            {
                return "it holds no time code such as %ts or %tl. Copy what stands behind the name in squid.conf.";
            }

            if (!Has(SquidCode.Url, SquidCode.Domain, SquidCode.Sni, SquidCode.HostHeader))
            {
                return "it holds no address: add %ru (or %>rd, %ssl::>sni) to the logformat in squid.conf.";
            }

            if (Lead.Length == 0 && Tokens[0].Time is { LooksLikeSyslog: true })
            {
                return "a line that begins with such a time looks like one with a syslog header. Begin it with %ts.%03tu.";
            }

            for (var i = 0; i + 1 < Tokens.Count; i++)
            {
                if (Tokens[i].Literal.Length == 0 && Tokens[i].Code != SquidCode.Seconds)
                {
                    return "two codes stand together with nothing between them, so that nothing tells where the first ends. Put a blank between them in squid.conf.";
                }
            }

            return null;
        }

        /// <summary>Text up to the next code; <c>%%</c> is a percent sign.</summary>
        private byte[] Literal()
        {
            var literal = new StringBuilder();
            while (_at < text.Length)
            {
                if (text[_at] == '%')
                {
                    if (!text.AsSpan(_at).StartsWith("%%", StringComparison.Ordinal))
                    {
                        break;
                    }

                    _at++;
                }

                _context = (text[_at], _context) switch
                {
                    ('"', SquidQuoting.None) => SquidQuoting.Backslash,
                    ('"', SquidQuoting.Backslash) => SquidQuoting.None,
                    ('[', SquidQuoting.None) => SquidQuoting.MimeBlob,
                    (']', SquidQuoting.MimeBlob) => SquidQuoting.None,
                    _ => _context,
                };
                literal.Append(text[_at++]);
            }

            return Encoding.UTF8.GetBytes(literal.ToString());
        }

        private string? Token()
        {
            _at++;
            var quoting = _context;
            if (_at < text.Length && "\"/[#'".Contains(text[_at], StringComparison.Ordinal))
            {
                quoting = text[_at++] switch { '[' => SquidQuoting.MimeBlob, '#' => SquidQuoting.Url, '\'' => SquidQuoting.Raw, _ => SquidQuoting.Backslash };
            }

            var isLeft = Skip('-');
            var hasWidth = SkipDigits();
            var isCut = Skip('.') && SkipDigits();
            var argument = Argument();
            if (_at >= text.Length)
            {
                return "it ends in the middle of a code.";
            }

            var (code, shape) = Name(argument);
            argument ??= Argument();
            if (isCut && shape is SquidShape.Text or SquidShape.Word or SquidShape.Address && code != SquidCode.Skipped)
            {
                return "a value is cut off at a width (such as %.20ru), so that a person or a site could be taken for another. Take the width out of squid.conf.";
            }

            // Percent-encoding leaves no blank.
            shape = quoting == SquidQuoting.Url && shape == SquidShape.Text ? SquidShape.Word : shape;
            StrftimePattern? time = null;
            if (shape == SquidShape.Time)
            {
                string? problem = null;
                time = argument is null ? StrftimePattern.Default : StrftimePattern.Compile(argument, out problem);
                if (time is null)
                {
                    return problem;
                }
            }

            Tokens.Add(new SquidToken(code, shape, quoting) { MayBePadded = hasWidth, MayBePaddedBehind = hasWidth && isLeft, Time = time });
            return null;
        }

        private (SquidCode Code, SquidShape Shape) Name(string? argument)
        {
            if (text.AsSpan(_at).StartsWith("http::", StringComparison.Ordinal))
            {
                _at += "http::".Length;
            }

            // "transport::" is no "tr", and "tls::<cert_issuer" no "tl".
            var isNamed = Namespace().IsMatch(text.AsSpan(_at));
            var best = Codes.Where(c => c.Name.Contains("::", StringComparison.Ordinal) == isNamed && string.CompareOrdinal(text, _at, c.Name, 0, c.Name.Length) == 0).DefaultIfEmpty().MaxBy(static c => c.Name?.Length ?? 0);
            if (best.Name is null)
            {
                SkipUnknown();
                return (SquidCode.Skipped, SquidShape.Text);
            }

            _at += best.Name.Length;
            var header = argument ?? PeekArgument();
            return best.Name is ">h" or ">ha" ? (HeaderOf(header), SquidShape.Text) : (best.Code, best.Shape);
        }

        private static SquidCode HeaderOf(string? name) => name?.ToUpperInvariant() switch
        {
            null => SquidCode.Headers,
            "REFERER" => SquidCode.Referrer,
            "HOST" => SquidCode.HostHeader,
            _ => SquidCode.Skipped,
        };

        /// <summary>A code of a version that is not known here: a direction sign, letters, digits, underscores and colons.</summary>
        private void SkipUnknown()
        {
            var match = Unknown().EnumerateMatches(text.AsSpan(_at));
            _at += match.MoveNext() ? match.Current.Length : 0;
        }

        private string? PeekArgument()
        {
            var at = _at;
            var argument = Argument();
            _at = at;
            return argument;
        }

        private string? Argument()
        {
            if (_at >= text.Length || text[_at] != '{')
            {
                return null;
            }

            var close = text.IndexOf('}', _at);
            var argument = close < 0 ? text[(_at + 1)..] : text[(_at + 1)..close];
            _at = close < 0 ? text.Length : close + 1;
            return argument;
        }

        private bool Skip(char c)
        {
            if (_at < text.Length && text[_at] == c)
            {
                _at++;
                return true;
            }

            return false;
        }

        private bool SkipDigits()
        {
            var start = _at;
            while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            {
                _at++;
            }

            return _at > start;
        }
    }

    /// <summary>Squid's codes (its manual's logformat, versions 2.7 to 7). Where one begins like another, the longer counts.</summary>
    private static readonly (string Name, SquidCode Code, SquidShape Shape)[] Codes =
    [
        ("ts", SquidCode.Seconds, SquidShape.Number),
        ("tu", SquidCode.Subseconds, SquidShape.Number),
        ("tS", SquidCode.Start, SquidShape.Number),
        ("tl", SquidCode.LocalTime, SquidShape.Time),
        ("tg", SquidCode.Gmt, SquidShape.Time),
        ("tr", SquidCode.Elapsed, SquidShape.Number),
        ("dt", SquidCode.Skipped, SquidShape.Number),
        ("<pt", SquidCode.Skipped, SquidShape.Number),
        ("<tt", SquidCode.Skipped, SquidShape.Number),
        (">a", SquidCode.Client, SquidShape.Word),
        (">A", SquidCode.ClientName, SquidShape.Word),
        (">p", SquidCode.Skipped, SquidShape.Number),
        (">eui", SquidCode.ClientMac, SquidShape.Word),
        (">la", SquidCode.Skipped, SquidShape.Word),
        (">lp", SquidCode.Skipped, SquidShape.Number),
        (">qos", SquidCode.Skipped, SquidShape.Word),
        (">nfmark", SquidCode.Skipped, SquidShape.Word),
        (">handshake", SquidCode.Skipped, SquidShape.Word),
        ("la", SquidCode.Skipped, SquidShape.Word),
        ("lp", SquidCode.Skipped, SquidShape.Number),
        ("<a", SquidCode.Server, SquidShape.Word),
        ("<A", SquidCode.Skipped, SquidShape.Word),
        ("<p", SquidCode.Skipped, SquidShape.Number),
        ("<la", SquidCode.Skipped, SquidShape.Word),
        ("<lp", SquidCode.Skipped, SquidShape.Number),
        ("<qos", SquidCode.Skipped, SquidShape.Word),
        ("<nfmark", SquidCode.Skipped, SquidShape.Word),
        ("oa", SquidCode.Skipped, SquidShape.Word),
        ("un", SquidCode.UserName, SquidShape.Text),
        ("ul", SquidCode.UserLogin, SquidShape.Text),
        ("ue", SquidCode.UserExternal, SquidShape.Text),
        ("us", SquidCode.Skipped, SquidShape.Text),
        ("ui", SquidCode.UserIdent, SquidShape.Word),
        ("credentials", SquidCode.Skipped, SquidShape.Text),
        ("Hs", SquidCode.Status, SquidShape.Number),
        (">Hs", SquidCode.Status, SquidShape.Number),
        ("<Hs", SquidCode.Skipped, SquidShape.Number),
        ("Ss", SquidCode.Result, SquidShape.Tag),
        ("Sh", SquidCode.Hierarchy, SquidShape.Tag),
        ("mt", SquidCode.Skipped, SquidShape.Text),
        ("rm", SquidCode.Method, SquidShape.Word),
        (">rm", SquidCode.Method, SquidShape.Word),
        ("<rm", SquidCode.Skipped, SquidShape.Word),
        ("ru", SquidCode.Url, SquidShape.Address),
        (">ru", SquidCode.Url, SquidShape.Address),
        ("<ru", SquidCode.Skipped, SquidShape.Text),
        ("rp", SquidCode.Skipped, SquidShape.Text),
        (">rp", SquidCode.Skipped, SquidShape.Text),
        ("<rp", SquidCode.Skipped, SquidShape.Text),
        (">rs", SquidCode.Skipped, SquidShape.Word),
        ("<rs", SquidCode.Skipped, SquidShape.Word),
        (">rd", SquidCode.Domain, SquidShape.Word),
        ("<rd", SquidCode.Skipped, SquidShape.Word),
        (">rP", SquidCode.Skipped, SquidShape.Word),
        ("<rP", SquidCode.Skipped, SquidShape.Word),
        ("rv", SquidCode.Skipped, SquidShape.Word),
        (">rv", SquidCode.Skipped, SquidShape.Word),
        ("<rv", SquidCode.Skipped, SquidShape.Word),
        (">v", SquidCode.Skipped, SquidShape.Word),
        ("rG", SquidCode.Skipped, SquidShape.Text),
        ("<st", SquidCode.Bytes, SquidShape.Number),
        (">st", SquidCode.Skipped, SquidShape.Number),
        (">sh", SquidCode.Skipped, SquidShape.Number),
        ("<sh", SquidCode.Skipped, SquidShape.Number),
        ("<sH", SquidCode.Skipped, SquidShape.Number),
        ("<sS", SquidCode.Skipped, SquidShape.Number),
        ("<bs", SquidCode.Skipped, SquidShape.Number),
        ("st", SquidCode.Skipped, SquidShape.Number),
        ("sn", SquidCode.Skipped, SquidShape.Number),
        ("et", SquidCode.Skipped, SquidShape.Text),
        ("ea", SquidCode.Skipped, SquidShape.Text),
        ("note", SquidCode.Skipped, SquidShape.Text),
        ("err_code", SquidCode.ErrorCode, SquidShape.Word),
        ("err_detail", SquidCode.Skipped, SquidShape.Text),
        (">h", SquidCode.Skipped, SquidShape.Text),
        (">ha", SquidCode.Skipped, SquidShape.Text),
        ("<h", SquidCode.Skipped, SquidShape.Text),
        ("ssl::>sni", SquidCode.Sni, SquidShape.Word),
        ("tls::>sni", SquidCode.Sni, SquidShape.Word),
        ("ssl::bump_mode", SquidCode.BumpMode, SquidShape.Word),
        ("tls::bump_mode", SquidCode.BumpMode, SquidShape.Word),
        ("SRC", SquidCode.Client, SquidShape.Word),
        ("URI", SquidCode.Url, SquidShape.Address),
        ("DST", SquidCode.Domain, SquidShape.Word),
        ("LOGIN", SquidCode.UserLogin, SquidShape.Text),
        ("EXT_USER", SquidCode.UserExternal, SquidShape.Text),
        ("IDENT", SquidCode.UserIdent, SquidShape.Word),
        ("METHOD", SquidCode.Method, SquidShape.Word),
    ];
}
