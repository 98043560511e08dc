namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>What a message is about: the truth, which the subject may or may not show.</summary>
public enum MailTopic
{
    /// <summary>School business with or about a family.</summary>
    Family,

    /// <summary>School business that no family has to do with.</summary>
    Work,

    /// <summary>The writer's own affairs.</summary>
    Private,
}
