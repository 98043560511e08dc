using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>The demo's folder: made afresh each time, and never at the cost of anything that the demo did not write.</summary>
internal sealed class DemoFolder
{
    private const string MarkerName = ".rosewood-demo";

    private DemoFolder(string root) => Root = root;

    /// <summary>The folder, absolute.</summary>
    public string Root { get; }

    /// <summary>The demo's workspace.</summary>
    public string Workspace => Path.Combine(Root, "workspace");

    /// <summary>The proxy's logs.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>The reports.</summary>
    public string Reports => Path.Combine(Root, "report");

    /// <summary>The file of the safeguarding lead's key, in a folder that stands for a USB stick.</summary>
    public string LeadKey => Path.Combine(Root, "usb-stick", "safeguarding.key");

    /// <summary>The escrow key's file, in a folder that stands for another.</summary>
    public string EscrowKey => Path.Combine(Root, "other-usb-stick", "escrow.key");

    /// <summary>The passphrase of both, which a person would know by heart.</summary>
    public string Passphrase => Path.Combine(Root, "passphrase.txt");

    /// <summary>Makes it, empty but for its marker.</summary>
    /// <exception cref="FaultException"><c>DemoFolderNotEmpty</c>: it holds things that are not the demo's.</exception>
    public static DemoFolder Prepare(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var folder = new DirectoryInfo(root);
        if (File.Exists(root) || folder.LinkTarget is not null)
        {
            throw NotEmpty(root).ToException();
        }

        if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
        {
            if (!File.Exists(Path.Combine(root, MarkerName)))
            {
                throw NotEmpty(root).ToException();
            }

            folder.Delete(recursive: true);
        }

        PrivateFiles.EnsureFolder(root);
        PrivateFiles.EnsureFile(Path.Combine(root, MarkerName));
        var made = new DemoFolder(root);
        PrivateFiles.EnsureFolder(made.Logs);
        PrivateFiles.EnsureFolder(Path.GetDirectoryName(made.LeadKey)!);
        PrivateFiles.EnsureFolder(Path.GetDirectoryName(made.EscrowKey)!);
        return made;
    }

    private static Fault NotEmpty(string path) => new(
        "DemoFolderNotEmpty",
        FaultKind.Conflict,
        path,
        "This place holds something that is not from an earlier demo, and the demo starts afresh in its folder. Name an empty or a new folder with -Path.");
}
