using System.Text.Json;

namespace Rosewood.Tenancy.Query;

/// <summary>A record that can be filtered and written.</summary>
internal interface IEntity
{
    /// <summary>A property's value by its path (<c>status/errorCode</c>): text, number (double), bool, moment, or null.</summary>
    object? Value(string path);

    /// <summary>The elements of a collection of texts; empty for any other property.</summary>
    IEnumerable<string> Texts(string path) => [];

    /// <summary>Writes the selected properties as members of the object that is open.</summary>
    void Write(Utf8JsonWriter writer, Selection selection);
}
