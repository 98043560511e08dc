using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>One act in the demo school's past: who asked for what, and when.</summary>
/// <param name="At">The instant, school time, as a person types it.</param>
/// <param name="Login">The operator's login name.</param>
/// <param name="Request">Makes the request.</param>
internal sealed record DemoAct(string At, string Login, Func<PolicyRequest> Request);
