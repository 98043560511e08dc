using System.Management.Automation;
using System.Reflection;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Cmdlets;

/// <summary>
/// Makes the paths of a request absolute: PowerShell's current location is not the process's folder, and has drives and wildcards of
/// its own. Which properties are paths is said by <see cref="FilePathAttribute"/>.
/// </summary>
internal sealed class PipelinePaths(PathIntrinsics paths)
{
    /// <summary>Makes a request's paths absolute.</summary>
    public void Resolve(PolicyRequest request)
    {
        foreach (var property in request.GetType().GetProperties().Where(static p => p.IsDefined(typeof(FilePathAttribute))))
        {
            switch (property.GetValue(request))
            {
                case string path:
                    property.SetValue(request, Resolve(path));
                    break;
                case string[] all:
                    property.SetValue(request, all.SelectMany(Expand).ToArray());
                    break;
            }
        }
    }

    /// <summary>One absolute path.</summary>
    public string Resolve(string path) => path.Length == 0 ? path : paths.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>The files that a pattern fits; the path itself where it names a file, or where nothing fits.</summary>
    private IEnumerable<string> Expand(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path) || Path.Exists(Resolve(path)))
        {
            return [Resolve(path)];
        }

        var found = paths.GetResolvedProviderPathFromPSPath(path, out _);
        return found.Count > 0 ? found : [Resolve(path)];
    }
}
