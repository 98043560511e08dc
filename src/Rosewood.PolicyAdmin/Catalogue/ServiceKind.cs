namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>The kinds of service in the policy's definition (USE-4).</summary>
public enum ServiceKind
{
    /// <summary>Profiles, friends, feeds.</summary>
    SocialNetwork,

    /// <summary>Messages to a person or group.</summary>
    Messaging,

    /// <summary>Video sharing.</summary>
    Video,

    /// <summary>Image sharing.</summary>
    Image,

    /// <summary>Forums, questions and answers.</summary>
    Forum,

    /// <summary>Blogs and personal publishing.</summary>
    Blog,

    /// <summary>Personal web mail.</summary>
    WebMail,

    /// <summary>Live streaming.</summary>
    Streaming,

    /// <summary>Dating.</summary>
    Dating,

    /// <summary>Chat inside games and game platforms.</summary>
    Gaming,

    /// <summary>Voice and video calls.</summary>
    Calling,

    /// <summary>Similar facilities that fit no other kind.</summary>
    Other,
}
