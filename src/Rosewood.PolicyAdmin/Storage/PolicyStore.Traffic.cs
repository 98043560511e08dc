namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Evidence of visits.</summary>
    public VisitRecords Visits => field ??= new(this);

    /// <summary>Access to prohibited content.</summary>
    public ContentRecords Content => field ??= new(this);

    /// <summary>Which logs were read, how far, and what they cover.</summary>
    public LogRecords Logs => field ??= new(this);
}
