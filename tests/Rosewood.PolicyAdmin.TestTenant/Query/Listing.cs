using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Query;

/// <summary>A list that is answered in pages.</summary>
internal sealed record Listing
{
    /// <summary>What follows <c>$metadata#</c> in the context.</summary>
    public required string Context { get; init; }

    /// <summary>All records, before the filter; asked only for the first page.</summary>
    public required Func<IReadOnlyList<IEntity>> Source { get; init; }

    public Filter Filter { get; init; } = Filter.None;

    public Selection Selection { get; init; } = Selection.All;

    public required int Top { get; init; }

    /// <summary>The code of the refusal of an expired token.</summary>
    public string ExpiredCode { get; init; } = "BadRequest";

    /// <summary>Answers the page that the request asks for.</summary>
    public GraphReply Page(GraphRequest request)
    {
        var cursor = Start(request);
        var source = cursor.Source;
        var next = cursor.Position;
        string? link = null;
        var reply = GraphReply.Of(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context(Context));
            if (string.Equals(request.Query["$count"], "true", StringComparison.OrdinalIgnoreCase) && request.Query["$skiptoken"] is null)
            {
                writer.WriteNumber("@odata.count", source.Count(Filter.Matches));
            }

            writer.WriteStartArray("value");
            var top = request.Fault == FaultKind.EmptyPage ? 0 : Top;
            for (var written = 0; written < top && next < source.Count; next++)
            {
                var entity = source[next];
                if (Filter.Matches(entity))
                {
                    writer.WriteStartObject();
                    entity.Write(writer, Selection);
                    writer.WriteEndObject();
                    written++;
                }

                if (writer.BytesPending > 1 << 16)
                {
                    writer.Flush();
                }
            }

            writer.WriteEndArray();
            while (next < source.Count && !Filter.Matches(source[next]))
            {
                next++;
            }

            if (next < source.Count)
            {
                var position = request.Fault == FaultKind.RepeatedPage ? cursor.Position : next;
                link = $"{request.Host}/{request.Version}/{request.Path}?{request.Query.NextLink("$skiptoken", request.State.Cursors.Add(cursor with { Position = position }))}";
                writer.WriteString("@odata.nextLink", link);
            }

            writer.WriteEndObject();
        });
        return reply;
    }

    private Cursor Start(GraphRequest request)
    {
        var shape = request.Version + "/" + request.Path + "?" + request.Query.Shape();
        if (request.Query["$skiptoken"] is not { } token)
        {
            return new Cursor(shape, Source(), 0);
        }

        if (request.Fault == FaultKind.ExpiredSkipToken)
        {
            request.State.Cursors.Expire(token);
        }

        var cursor = request.State.Cursors.Find(token)
            ?? throw new GraphException(400, ExpiredCode, "The specified page token value has expired and can no longer be included in your request.");
        return string.Equals(cursor.Shape, shape, StringComparison.Ordinal)
            ? cursor
            : throw new GraphException(400, ExpiredCode, "The specified page token value does not belong to this request.");
    }
}
