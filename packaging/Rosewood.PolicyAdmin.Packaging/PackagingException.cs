namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>The release can't be made; the message says why and what to do.</summary>
internal sealed class PackagingException : Exception
{
    /// <summary>An empty one.</summary>
    public PackagingException()
    {
    }

    /// <summary>One with its sentence.</summary>
    public PackagingException(string message)
        : base(message)
    {
    }

    /// <summary>One with what led to it.</summary>
    public PackagingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
