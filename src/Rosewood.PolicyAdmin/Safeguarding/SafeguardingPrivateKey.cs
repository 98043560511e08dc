using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>
/// A private key with its file: PKCS#8, encrypted under a passphrase by AES-256 and PBKDF2-SHA256 with 600,000 rounds, in letters that can be
/// printed and typed in again. The file is its holder's, and never lies in the workspace.
/// </summary>
internal sealed class SafeguardingPrivateKey : IDisposable
{
    public const int Rounds = 600_000;
    private const string Label = "ENCRYPTED PRIVATE KEY";
    private const int Largest = 64 * 1024;

    private SafeguardingPrivateKey(ECDiffieHellman key)
    {
        Key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Fingerprint = FingerprintOf(PublicKey);
    }

    public ECDiffieHellman Key { get; }

    /// <summary>The public part, SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; }

    public string Fingerprint { get; }

    /// <summary>The first 128 bits of the public part's SHA-256, as eight groups of four hexadecimal digits.</summary>
    public static string FingerprintOf(byte[] publicKey)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 16));
        return string.Join('-', digits.Chunk(4).Select(static c => new string(c)));
    }

    /// <summary>A new pair.</summary>
    public static SafeguardingPrivateKey Create() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Opens a file.</summary>
    /// <exception cref="FaultException"><c>SafeguardingKeyFileInvalid</c>, <c>SafeguardingPassphraseWrong</c>.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static SafeguardingPrivateKey Read(string path, string passphrase)
    {
        if (!PrivateFiles.IsThere(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        if (new FileInfo(path).Length > Largest)
        {
            throw SafeguardingFaults.KeyFileInvalid(path).ToException();
        }

        var text = File.ReadAllText(path);
        if (!PemEncoding.TryFind(text, out var fields) || !text[fields.Label].Equals(Label, StringComparison.Ordinal))
        {
            throw SafeguardingFaults.KeyFileInvalid(path).ToException();
        }

        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportFromEncryptedPem(text[fields.Location], passphrase);
            return key.KeySize == 256 ? new SafeguardingPrivateKey(key) : throw SafeguardingFaults.KeyFileInvalid(path).ToException();
        }
        catch (Exception e)
        {
            key.Dispose();
            if (e is CryptographicException or ArgumentException)
            {
                throw SafeguardingFaults.PassphraseWrong(path).ToException(e);
            }

            throw;
        }
    }

    /// <summary>Writes the file, which must not be there yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">The passphrase.</param>
    /// <param name="title">What it is and whose, for whoever finds it.</param>
    public void Write(string path, string passphrase, string title)
    {
        var pkcs8 = Key.ExportEncryptedPkcs8PrivateKey(passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Rounds));
        var text = string.Create(CultureInfo.InvariantCulture, $"{title}\nFingerprint {Fingerprint}\nIt opens safeguarding concerns with its passphrase. Keep both apart, and neither with IT.\n\n{PemEncoding.WriteString(Label, pkcs8)}\n");
        var file = PrivateFiles.CreateNew(path);
        try
        {
            using (file)
            {
                PrivateFiles.Fill(file, Encoding.UTF8.GetBytes(text));
            }
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public void Dispose() => Key.Dispose();
}
