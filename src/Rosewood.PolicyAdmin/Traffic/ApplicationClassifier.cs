using System.Buffers;
using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Tells which service an application is that a firewall recognised where the line has no host: <c>Facebook</c>, <c>facebook-base</c>,
/// <c>Facebook_Video.Play</c>. Only the whole first word counts, or the whole name, so that <c>LinkedIn.Learning</c> is LinkedIn's and
/// <c>Xbox</c> is not X's. Serves one thread.
/// </summary>
internal sealed class ApplicationClassifier
{
    private const int ShortestWord = 4;
    private static readonly SearchValues<char> WordEnds = SearchValues.Create("._- /(:");
    private readonly ServiceCatalogue _catalogue;
    private readonly Dictionary<string, int> _services = new(StringComparer.Ordinal);
    private readonly TextInterner _known;

    public ApplicationClassifier(ServiceCatalogue catalogue)
    {
        _catalogue = catalogue;
        for (var i = 0; i < catalogue.Services.Count; i++)
        {
            foreach (var name in catalogue.Services[i].Aliases.Prepend(catalogue.Services[i].Name))
            {
                _services.TryAdd(PlainText.Squeeze(name), i);
            }
        }

        _known = new TextInterner(bytes => IndexOf(LogText.OrNull(bytes)!) is >= 0 and var index ? index.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>The service of an application; a person uses it, as far as can be told.</summary>
    public HostMatch Classify(ReadOnlySpan<byte> application) =>
        _known[application] is { } index ? new HostMatch(int.Parse(index, CultureInfo.InvariantCulture), HostRole.Primary) : HostMatch.None;

    private int IndexOf(string application)
    {
        if (_services.TryGetValue(PlainText.Squeeze(application), out var whole) && PlainText.Squeeze(application).Length >= ShortestWord)
        {
            return Counted(whole);
        }

        var end = application.AsSpan().IndexOfAny(WordEnds);
        var word = end < 0 ? "" : PlainText.Squeeze(application[..end]);
        return word.Length >= ShortestWord && _services.TryGetValue(word, out var first) ? Counted(first) : -1;
    }

    /// <summary>Services of which every host is the school's own are not in scope.</summary>
    private int Counted(int index) => _catalogue.Services[index].Hosts.Any(h => _catalogue.Match(h.Host).Found) ? index : -1;
}
