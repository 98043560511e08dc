using System.Net;
using Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>
/// Answers Squid's questions (<c>external_acl_type</c>) from a snapshot until its input ends. Reads a block, answers all its whole lines,
/// writes the answers at once. Never opens the store.
/// </summary>
/// <param name="snapshot">The snapshot's file.</param>
/// <param name="hasChannels">Whether each question begins with its channel, as Squid's <c>concurrency=</c> has it.</param>
/// <param name="clock">The clock: a grant counts by the instant of the answer.</param>
/// <param name="log">Where a technician reads of trouble; Squid's <c>cache.log</c>.</param>
public sealed class SquidHelper(string snapshot, bool hasChannels, TimeProvider clock, TextWriter log)
{
    /// <summary>Squid's own buffers for a question are smaller.</summary>
    internal const int LongestLine = 32 * 1024;

    private const int BlockSize = 64 * 1024;
    private const int FullEnough = 64 * 1024;

    private readonly LineAnswerer _answerer = new(hasChannels);
    private readonly AnswerBuffer _answers = new();
    private readonly Lock _telling = new();
    private bool _toldOfChannels;

    /// <summary>Where the relay for tunnels listens; null: there is none.</summary>
    public IPEndPoint? Tunnels { get; init; }

    /// <summary>How long a tunnel through the relay may live.</summary>
    public TimeSpan TunnelLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Answers until the input ends.</summary>
    /// <exception cref="IOException">Answers can't be written.</exception>
    public void Run(Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var watcher = new SnapshotWatcher(snapshot, clock, Tell);
        watcher.Start();
        using var relay = Tunnels is null ? null : new TunnelRelay(Tunnels, new TunnelOptions(() => watcher.State, clock, TunnelLimit), Tell);
        relay?.Start();
        var buffer = new byte[LongestLine + BlockSize];
        var held = 0;
        var isSkipping = false;
        while (Read(input, buffer.AsSpan(held)) is var read and > 0)
        {
            var block = buffer.AsSpan(0, held + read);
            var start = 0;
            var from = held;
            while (block[from..].IndexOf((byte)'\n') is var length and >= 0)
            {
                if (!isSkipping)
                {
                    Answer(block[start..(from + length)], watcher.State, output);
                }

                isSkipping = false;
                from = start = from + length + 1;
            }

            held = isSkipping ? 0 : block.Length - start;
            if (held > LongestLine)
            {
                isSkipping = true;
                TellIfLost(_answerer.AnswerTooLong(block[start..], _answers));
                held = 0;
            }

            block.Slice(start, held).CopyTo(buffer);
            Write(output);
        }
    }

    /// <summary>A connection that Squid tore down is an end of input as well.</summary>
    private static int Read(Stream input, Span<byte> buffer)
    {
        try
        {
            return input.Read(buffer);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private void Answer(ReadOnlySpan<byte> line, HelperState state, Stream output)
    {
        TellIfLost(_answerer.Answer(line, state, clock.GetUtcNow().UtcTicks, _answers));
        if (_answers.Length >= FullEnough)
        {
            Write(output);
        }
    }

    private void Write(Stream output)
    {
        if (_answers.Length > 0)
        {
            output.Write(_answers.Bytes);
            output.Flush();
            _answers.Clear();
        }
    }

    private void TellIfLost(bool isAnswered)
    {
        if (!isAnswered && !_toldOfChannels)
        {
            _toldOfChannels = true;
            Tell("A question came without a channel and can't be answered. Give external_acl_type concurrency=, or the helper -NoConcurrency.");
        }
    }

    private void Tell(string text)
    {
        try
        {
            lock (_telling)
            {
                log.WriteLine($"rosewood squid-helper: {text}");
                log.Flush();
            }
        }
        catch (IOException)
        {
            // Nobody listens; the answers themselves say it too.
        }
    }
}
