using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>The passphrase of a key's file: asked for without being shown, or the first line of a file that only its owner may read.</summary>
internal static class Passphrase
{
    private const int Least = 12;

    /// <summary>One for a new key, typed twice.</summary>
    /// <exception cref="FaultException"><c>SafeguardingPassphraseNeeded</c>, <c>SafeguardingPassphraseWeak</c>, <c>SafeguardingPassphraseDiffers</c>.</exception>
    public static string Choose(string? file, ICommandSink sink)
    {
        var phrase = Read(file, sink, "New passphrase");
        if (phrase.Length < Least || phrase.Distinct().Count() < 2)
        {
            throw SafeguardingFaults.PassphraseWeak(Least).ToException();
        }

        return file is not null || string.Equals(phrase, Read(file, sink, "The same again"), StringComparison.Ordinal)
            ? phrase
            : throw SafeguardingFaults.PassphraseDiffers().ToException();
    }

    /// <summary>That of a key that there is.</summary>
    /// <exception cref="FaultException"><c>SafeguardingPassphraseNeeded</c>.</exception>
    public static string Read(string? file, ICommandSink sink, string question = "Passphrase of the key") =>
        (file is { } path ? PasswordFile.Read(path) : sink.Ask(question, isSecret: true)) ?? throw SafeguardingFaults.PassphraseNeeded().ToException();
}
