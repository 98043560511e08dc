using System.Text;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>A policy in the form that a platform takes, and back again.</summary>
internal static class PolicyFile
{
    /// <summary>UTF-8 that refuses what is none, without a mark in front.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The extension of a target without a path.</summary>
    public static string ExtensionOf(EnforcementTargetConfig target) => target.Platform switch
    {
        BrowserPlatform.Windows => ".reg",
        BrowserPlatform.Mac => ".mobileconfig",
        _ => ".json",
    };

    /// <summary>Writes it.</summary>
    public static byte[] Write(EnforcementTargetConfig target, JsonObject policy) => target.Platform switch
    {
        BrowserPlatform.Windows => RegistryFile.Write(RegistryKey.Of(target), policy, BrowserPolicy.ListKeys(target.Format)),
        BrowserPlatform.Intune => IntuneFile.Write(target, policy),
        BrowserPlatform.Mac => MacFile.Write(target, policy),
        _ => LinuxFile.Write(target, policy),
    };

    /// <summary>Reads what was written, strictly.</summary>
    /// <exception cref="FormatException">It is not in the platform's form; the message says where.</exception>
    public static JsonObject Read(EnforcementTargetConfig target, ReadOnlySpan<byte> content) => target.Platform switch
    {
        BrowserPlatform.Windows => RegistryReader.Read(RegistryKey.Of(target), content),
        BrowserPlatform.Intune => IntuneFile.Read(target, content),
        BrowserPlatform.Mac => MacReader.Read(target, content),
        _ => LinuxFile.Read(target, content),
    };
}
