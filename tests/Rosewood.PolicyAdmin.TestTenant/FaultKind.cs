namespace Rosewood.Tenancy;

/// <summary>What can go wrong with one answer.</summary>
public enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>429 with Retry-After; none of the work is done.</summary>
    Throttled,

    /// <summary>503; none of the work is done.</summary>
    Unavailable,

    /// <summary>504; none of the work is done.</summary>
    GatewayTimeout,

    /// <summary>504 although the work was done.</summary>
    GatewayTimeoutAfterWork,

    /// <summary>The connection is cut before anything is answered; none of the work is done.</summary>
    CutBefore,

    /// <summary>The connection is cut in the middle of the answer; the work was done. An answer without a body is cut before its status.</summary>
    CutInside,

    /// <summary>The answer is complete as HTTP, its JSON is not; the work was done.</summary>
    Truncated,

    /// <summary>A page whose nextLink gives the same page again. Only where a further page would follow.</summary>
    RepeatedPage,

    /// <summary>A page without records whose nextLink goes on. Only at lists.</summary>
    EmptyPage,

    /// <summary>The skip token counts as expired from now on: 400. Only at requests that have one.</summary>
    ExpiredSkipToken,

    /// <summary>The answer is right and slow.</summary>
    Slow,
}
