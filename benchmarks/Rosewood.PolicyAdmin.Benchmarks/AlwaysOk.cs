namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>A helper that answers every question with OK: what the pipe alone costs.</summary>
internal static class AlwaysOk
{
    public static void Run()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        var buffer = new byte[96 * 1024];
        var answers = new byte[1024 * 1024];
        var held = 0;
        while (input.Read(buffer, held, buffer.Length - held) is var read and > 0)
        {
            var block = buffer.AsSpan(0, held + read);
            var length = 0;
            while (block.IndexOf((byte)'\n') is var end and >= 0)
            {
                var channel = block[..block.IndexOf((byte)' ')];
                channel.CopyTo(answers.AsSpan(length));
                length += channel.Length;
                " OK\n"u8.CopyTo(answers.AsSpan(length));
                length += 4;
                block = block[(end + 1)..];
            }

            output.Write(answers, 0, length);
            held = block.Length;
            block.CopyTo(buffer);
        }
    }
}
