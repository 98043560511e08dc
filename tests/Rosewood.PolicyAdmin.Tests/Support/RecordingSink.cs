using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>A sink that keeps all it is given.</summary>
public sealed class RecordingSink : ICommandSink
{
    public List<object> Outputs { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<Fault> Faults { get; } = [];

    public List<(string Target, string Action)> Asked { get; } = [];

    public bool Agrees { get; init; } = true;

    /// <summary>Whether a person agrees, by the target; null: always as <see cref="Agrees"/> says.</summary>
    public Func<string, bool>? AgreesTo { get; init; }

    /// <summary>What a person answers, by the question; null: nobody is there.</summary>
    public Func<string, string?> Answer { get; init; } = static _ => null;

    public List<(string Question, bool IsSecret)> Questions { get; } = [];

    /// <summary>What happens while the person is asked.</summary>
    public Action? Meanwhile { get; init; }

    public IEnumerable<T> Of<T>() => Outputs.OfType<T>();

    public void Write(object value) => Outputs.Add(value);

    public void Warn(string message) => Warnings.Add(message);

    public void Report(Fault fault) => Faults.Add(fault);

    public void Progress(CommandProgress progress)
    {
    }

    public string? Ask(string question, bool isSecret)
    {
        Questions.Add((question, isSecret));
        return Answer(question);
    }

    public bool ShouldProcess(string target, string action)
    {
        Asked.Add((target, action));
        Meanwhile?.Invoke();
        return AgreesTo?.Invoke(target) ?? Agrees;
    }
}
