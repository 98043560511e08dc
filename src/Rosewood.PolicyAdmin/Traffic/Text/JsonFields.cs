using System.Text;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// Picks values out of one line of JSON by their paths (<c>dns.rrname</c>; arrays are seen through, the first value that is found
/// counts). Texts without escapes are slices of the line; nothing allocates.
/// </summary>
internal sealed class JsonFields
{
    private const int MostDepth = 32;
    private readonly Node _root = new([]);
    private readonly (int Start, int Length, Kind Kind)[] _values;
    private readonly byte[]?[] _decoded;
    private readonly Node?[] _path = new Node?[MostDepth + 1];
    private readonly bool[] _isArray = new bool[MostDepth + 1];

    /// <param name="paths">What to look for; a value's index is its path's. A dot within a name is written <c>\.</c>.</param>
    public JsonFields(params ReadOnlySpan<string> paths)
    {
        _values = new (int, int, Kind)[paths.Length];
        _decoded = new byte[]?[paths.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            var node = _root;
            foreach (var name in paths[i].Replace("\\.", "\0", StringComparison.Ordinal).Split('.'))
            {
                node = node.Child(Encoding.UTF8.GetBytes(name.Replace('\0', '.')));
            }

            node.Value = i;
        }
    }

    private enum Kind
    {
        None,
        Slice,
        Decoded,
    }

    /// <summary>Reads a line.</summary>
    /// <returns>False when it is no one JSON object.</returns>
    public bool TryRead(ReadOnlySpan<byte> line)
    {
        Array.Clear(_values);
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = MostDepth });
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && TryReadObject(ref reader) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // A text that is no UTF-8, or half of a surrogate pair.
            return false;
        }
    }

    /// <summary>A value: a text decoded, a number or true or false as written; empty when there is none, or null.</summary>
    /// <param name="line">The line that was read.</param>
    /// <param name="index">The path's index.</param>
    public ReadOnlySpan<byte> this[ReadOnlySpan<byte> line, int index] => _values[index] switch
    {
        (var start, var length, Kind.Slice) => line.Slice(start, length),
        (var start, var length, Kind.Decoded) => _decoded[index].AsSpan(start, length),
        _ => [],
    };

    /// <summary>Whether a value is there and not null.</summary>
    public bool Has(int index) => _values[index].Kind != Kind.None;

    private bool TryReadObject(ref Utf8JsonReader reader)
    {
        _path[0] = _root;
        Node? named = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    named = _path[reader.CurrentDepth - 1]?.Find(ref reader);
                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    _path[reader.CurrentDepth] = named ?? (InArray(reader.CurrentDepth) ? _path[reader.CurrentDepth - 1] : null);
                    _isArray[reader.CurrentDepth] = reader.TokenType == JsonTokenType.StartArray;
                    named = null;
                    break;
                case JsonTokenType.EndObject when reader.CurrentDepth == 0:
                    return true;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    named = null;
                    break;
                default:
                    Take(named ?? (InArray(reader.CurrentDepth) ? _path[reader.CurrentDepth - 1] : null), ref reader);
                    named = null;
                    break;
            }
        }

        return false;
    }

    private bool InArray(int depth) => depth > 1 && _isArray[depth - 1];

    private void Take(Node? node, ref Utf8JsonReader reader)
    {
        if (node is not { Value: >= 0 and var index } || _values[index].Kind != Kind.None || reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.String)
        {
            _values[index] = (start, reader.ValueSpan.Length, Kind.Slice);
            return;
        }

        if (!reader.ValueIsEscaped)
        {
            _values[index] = (start + 1, reader.ValueSpan.Length, Kind.Slice);
            return;
        }

        var bytes = _decoded[index];
        if (bytes is null || bytes.Length < reader.ValueSpan.Length)
        {
            bytes = _decoded[index] = new byte[Math.Max(256, reader.ValueSpan.Length)];
        }

        _values[index] = (0, reader.CopyString(bytes), Kind.Decoded);
    }

    private sealed class Node(byte[] name)
    {
        private readonly List<Node> _children = [];

        public int Value { get; set; } = -1;

        public Node Child(byte[] childName)
        {
            var child = _children.Find(c => c.Is(childName));
            if (child is null)
            {
                child = new Node(childName);
                _children.Add(child);
            }

            return child;
        }

        public Node? Find(ref Utf8JsonReader reader)
        {
            foreach (var child in _children)
            {
                if (reader.ValueTextEquals(child.Name))
                {
                    return child;
                }
            }

            return null;
        }

        private byte[] Name => name;

        private bool Is(byte[] other) => name.AsSpan().SequenceEqual(other);
    }
}
