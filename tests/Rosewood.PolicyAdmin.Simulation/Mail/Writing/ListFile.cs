using System.Text.Json;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>The configuration's lists as plain JSON; the product's own form is left to whoever uses them.</summary>
internal static class ListFile
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Write(SimulatedMail mail, string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(mail.Lists, Options));
}
