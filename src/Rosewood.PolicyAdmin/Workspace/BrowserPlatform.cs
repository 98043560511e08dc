namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The form in which a platform takes browser policy.</summary>
public enum BrowserPlatform
{
    /// <summary>A JSON file in the browser's managed folder.</summary>
    Linux,

    /// <summary>A <c>.reg</c> file.</summary>
    Windows,

    /// <summary>Intune custom configuration: OMA-URI settings.</summary>
    Intune,

    /// <summary>A macOS property list.</summary>
    Mac,
}
