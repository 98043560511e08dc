using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>Shows recorded reviews of filtering and monitoring, with the gaps that were accepted (GOV-1).</summary>
/// <example><code>Get-FilteringReview</code>All of them, oldest first.</example>
/// <example><code>Get-FilteringReview -Last 1</code>The newest.</example>
public sealed class GetFilteringReview : PolicyRequest
{
    /// <summary>Only the last so many. Default: all.</summary>
    public int? Last { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Last is <= 0)
        {
            throw CommandFaults.LastInvalid("reviews").ToException();
        }
    }
}

/// <summary>Runs <see cref="GetFilteringReview"/>.</summary>
internal sealed class GetFilteringReviewHandler : CommandHandler<GetFilteringReview>
{
    public override Task HandleAsync(GetFilteringReview request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var people = context.LoadPeople();
        foreach (var review in context.Store.FilteringReviews.LoadAll().TakeLast(request.Last ?? int.MaxValue))
        {
            sink.Write(FilteringReview.Of(review, people, context));
        }

        return Task.CompletedTask;
    }
}
