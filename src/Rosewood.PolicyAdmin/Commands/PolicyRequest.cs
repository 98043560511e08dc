namespace Rosewood.PolicyAdmin.Commands;

/// <summary>What a person asked for: settable properties, one for each parameter of the cmdlet.</summary>
public abstract class PolicyRequest
{
    /// <summary>Throws a <see cref="FaultException"/> for what can be seen to be wrong without the workspace.</summary>
    public virtual void Validate()
    {
    }
}
