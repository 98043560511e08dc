using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Takes each sign-in of a file, in the file's order.</summary>
/// <param name="signIn">The sign-in; its texts may be kept.</param>
internal delegate void SignInReceiver(in SignIn signIn);
