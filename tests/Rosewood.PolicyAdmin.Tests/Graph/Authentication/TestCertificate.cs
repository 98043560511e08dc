using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rosewood.PolicyAdmin.Tests.Graph.Authentication;

/// <summary>An app's certificate in a file.</summary>
internal static class TestCertificate
{
    public static string Write(string path, DateTimeOffset from, DateTimeOffset until, bool asPfx = false, string? password = null, bool withKey = true)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Rosewood policy", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(from, until);
        if (asPfx)
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        }
        else
        {
            File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + (withKey ? key.ExportPkcs8PrivateKeyPem() : ""));
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return certificate.Thumbprint;
    }
}
