using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Running;

/// <summary>What the program says beside its results: always on standard error, always with control characters made visible.</summary>
/// <param name="streams">The surroundings.</param>
internal sealed class Messages(ConsoleStreams streams)
{
    private readonly ProgressLine _progress = new(streams);

    /// <summary>Whether faults are printed as JSON objects.</summary>
    public bool Json { get; set; }

    /// <summary>Whether only faults are said.</summary>
    public bool Quiet { get; set; }

    /// <summary>A wrong command line.</summary>
    public void Usage(UsageException error)
    {
        Line("rosewood", error.Message, "31");
        if (error.Hint.Length > 0)
        {
            streams.Error.WriteLine($"Try: {VisibleText.Of(error.Hint)}");
        }
    }

    /// <summary>
    /// A fault: lines for people, or a JSON object where results are JSON. Each problem of a file has a line of its own, set in, so that
    /// nothing in it can pass for another message.
    /// </summary>
    public void Fault(Fault fault)
    {
        _progress.Clear();
        if (!Json)
        {
            var lines = $"{fault.Message} [{fault.Id}]".Split('\n');
            Line("error", lines[0], "31");
            foreach (var line in lines.Skip(1))
            {
                streams.Error.WriteLine("  " + VisibleText.Of(line));
            }

            return;
        }

        streams.Error.WriteLine(FaultJson.Text(fault));
    }

    /// <summary>A warning.</summary>
    public void Warning(string message)
    {
        if (!Quiet)
        {
            Line("warning", message, "33");
        }
    }

    /// <summary>What <c>-Verbose</c> adds, and what <c>-WhatIf</c> would do.</summary>
    public void Note(string label, string message) => Line(label, message, "36");

    /// <summary>How far a command is.</summary>
    public void Progress(CommandProgress progress)
    {
        if (!Quiet)
        {
            _progress.Show(progress);
        }
    }

    /// <summary>Takes the progress bar away before results are printed.</summary>
    public void ClearProgress() => _progress.Clear();

    /// <summary>A question, with the cursor left behind it.</summary>
    public void Ask(string question)
    {
        _progress.Clear();
        streams.Error.Write(VisibleText.Of(question));
        streams.Error.Flush();
    }

    private void Line(string label, string message, string colour)
    {
        _progress.Clear();
        var head = streams.ErrorIsTerminal && streams.Colour ? $"\e[1;{colour}m{label}:\e[0m " : $"{label}: ";
        streams.Error.WriteLine(head + VisibleText.Of(message));
    }
}
