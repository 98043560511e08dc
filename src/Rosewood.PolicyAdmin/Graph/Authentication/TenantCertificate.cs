using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>Finds the app's certificate, and refuses one that would fail or that others may use.</summary>
internal static class TenantCertificate
{
    /// <summary>The certificate with its private key.</summary>
    /// <exception cref="FaultException">It is not there, not readable, open to others, without its key, or out of its time.</exception>
    public static X509Certificate2 Load(TenantConfig config, DateTimeOffset now)
    {
        var target = config.CertificatePath ?? config.CertificateThumbprint ?? "";
        var certificate = config.CertificatePath is { } path ? FromFile(path) : FromStore(target);
        var (first, last) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (now.UtcDateTime >= first && now.UtcDateTime < last)
        {
            return certificate;
        }

        certificate.Dispose();
        throw TenantFaults.CertificateExpired(target, first, last).ToException();
    }

    private static X509Certificate2 FromFile(string path)
    {
        if (!PrivateFiles.IsThere(path))
        {
            throw TenantFaults.CertificateMissing(path).ToException();
        }

        if (PrivateFiles.IsOpenToOthers(path))
        {
            throw TenantFaults.CertificateOpenToOthers(path).ToException();
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            var certificate = bytes.AsSpan().IndexOf("-----BEGIN"u8) >= 0
                ? FromPem(path)
                : X509CertificateLoader.LoadPkcs12(bytes, password: null);
            if (certificate.HasPrivateKey)
            {
                return certificate;
            }

            certificate.Dispose();
        }
        catch (CryptographicException e)
        {
            throw TenantFaults.CertificateUnreadable(path).ToException(e);
        }

        throw TenantFaults.CertificateUnreadable(path).ToException();
    }

    private static X509Certificate2 FromPem(string path)
    {
        var certificate = X509Certificate2.CreateFromPemFile(path);
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // Windows signs only with a key that went through its own store format.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            try
            {
                using var store = new X509Store(StoreName.My, location, OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                var by = thumbprint.Length == 64 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
                if (store.Certificates.FirstOrDefault(c => c.HasPrivateKey && string.Equals(c.GetCertHashString(by), thumbprint, StringComparison.OrdinalIgnoreCase)) is { } found)
                {
                    return found;
                }
            }
            catch (CryptographicException)
            {
                // This machine has no such store: the other one may have it.
            }
        }

        throw TenantFaults.CertificateMissing(thumbprint).ToException();
    }
}
