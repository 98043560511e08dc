using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What a file is, and how to read it.</summary>
/// <param name="Source">Which record it is from.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Zone">The zone of times that name none; null: the school's.</param>
/// <param name="Records">Makes what cuts the text into records, for one pass.</param>
internal sealed record SignInLayout(SignInSource Source, string Kind, TimeZoneInfo? Zone, Func<IRecordSource> Records);
