using System.Text;
using System.Text.Json.Nodes;

namespace Rosewood.PolicyAdmin.Graph.Profiles;

/// <summary>A setting of a custom profile as the tenant has it, perhaps an administrator's own.</summary>
/// <param name="Shown">The setting as Graph shows it; of text the value is hidden.</param>
/// <param name="Value">Its value in plain text.</param>
internal sealed record IntuneProfileSetting(JsonObject Shown, string Value)
{
    /// <summary>The setting as it is written back: of the same type, name and further properties, with its value.</summary>
    public JsonObject ToWrite()
    {
        var setting = (JsonObject)Shown.DeepClone();
        setting.Remove("isEncrypted");
        if (setting.Remove("secretReferenceValueId", out var reference) && reference is not null)
        {
            // The service tells XML as text, and takes it as the bytes of a file.
            setting["value"] = setting["@odata.type"]?.ToString() is "#microsoft.graph.omaSettingStringXml" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)) : Value;
        }

        return setting;
    }
}
