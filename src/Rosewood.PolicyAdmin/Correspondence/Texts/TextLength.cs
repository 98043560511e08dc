namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>How many texts a message is sent as (3GPP TS 23.038, 23.040): by its length alone.</summary>
internal static class TextLength
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "\f^{}\\[~]|€";

    /// <summary>The number of texts; 0 for an empty message.</summary>
    public static int PartsOf(string message)
    {
        var length = 0;
        foreach (var c in message)
        {
            if (Basic.Contains(c, StringComparison.Ordinal))
            {
                length++;
            }
            else if (Escaped.Contains(c, StringComparison.Ordinal))
            {
                length += 2;
            }
            else
            {
                return Divide(message.Length, whole: 70, piece: 67);
            }
        }

        return Divide(length, whole: 160, piece: 153);
    }

    private static int Divide(int length, int whole, int piece) => length == 0 ? 0 : length <= whole ? 1 : (length + piece - 1) / piece;
}
