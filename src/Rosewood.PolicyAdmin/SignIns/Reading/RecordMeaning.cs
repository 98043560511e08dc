using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Says what a record means. One instance serves one pass over one file.</summary>
internal abstract class RecordMeaning
{
    /// <summary>What became of a record.</summary>
    internal enum Reading
    {
        /// <summary>A sign-in.</summary>
        Used,

        /// <summary>It concerns no person.</summary>
        Dropped,

        /// <summary>It can't be read; <see cref="RecordMeaning.Reason"/> says why.</summary>
        Unread,
    }

    /// <summary>When the last record was, in ticks of UTC; 0 when that can't be read.</summary>
    public long UtcTicks { get; protected set; }

    /// <summary>Why the last record can't be read, as a sentence that begins with <c>it</c> or <c>its</c>.</summary>
    public string Reason { get; protected set; } = "";

    /// <summary>Whether a record did not say if a person was there.</summary>
    public bool IsActivityOpen { get; protected set; }

    /// <summary>Reads a record.</summary>
    public abstract Reading Read(scoped SignInRecord record, out SignIn signIn);

    /// <summary>Notes why a record can't be read.</summary>
    protected Reading Refuse(string reason)
    {
        Reason = reason;
        return Reading.Unread;
    }
}
