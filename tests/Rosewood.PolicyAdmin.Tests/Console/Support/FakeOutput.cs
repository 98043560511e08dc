using System.Text.Json.Serialization;

namespace Rosewood.PolicyAdmin.Tests.Console.Support;

public sealed record FakeOutput
{
    public string? Name { get; init; }

    public int Count { get; init; }

    public FakeColour Colour { get; init; }

    public DateTimeOffset? When { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    [JsonIgnore]
    public string Hidden { get; init; } = "never shown";
}

public sealed record WideOutput(int A, int B, int C, int D, int E, int F, int G, string? Text);
