namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>How results are printed.</summary>
internal enum OutputStyle
{
    /// <summary>A row for each object.</summary>
    Table,

    /// <summary>A block for each object, a line for each property.</summary>
    List,

    /// <summary>One JSON array.</summary>
    Json,

    /// <summary>CSV with a header (RFC 4180).</summary>
    Csv,
}
