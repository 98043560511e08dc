using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Simulation.Sharing;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>What phones do by themselves all day and night, wherever their owners carry them.</summary>
internal sealed class Phones(SchoolOptions options, Networks networks, Records records, LifeEvents events)
{
    private readonly Dictionary<SimulatedPerson, DateOnly> _signedIn = [];
    private readonly HashSet<SharingCase> _shared = [];

    public void Live(DayBook day, SimulatedPerson person)
    {
        if (!person.Does(Behaviour.PhoneMail) || day.Date < person.AccountFrom)
        {
            return;
        }

        var dice = day.Dice("phone", person);
        var isForgotten = person.Does(Behaviour.PhoneForgottenAtHome) && day.AtWork.Contains(person) && (dice.Chance(0.12) || events.IsTheDay(Behaviour.PhoneForgottenAtHome, person, day));
        Tokens(day, person, person.Account!, person.Phone!, 130, dice, isForgotten);
        if (person.SchoolMobile is { } mobile)
        {
            Tokens(day, person, person.Account!, mobile, 240, day.Dice("mobile", person), isForgotten: false);
        }

        SignInNowAndThen(day, person, dice, isForgotten);
        OldPhone(day, person, dice);
    }

    /// <summary>The other has the shared account's mail on the own phone as well, from the first day of use on.</summary>
    public void LiveShared(DayBook day, SharingCase made)
    {
        var other = made.Others[0];
        if (!made.HasMailOnOthersPhone || made.DaysUsed == 0 || other.Phone is null)
        {
            return;
        }

        var dice = day.Dice("others-phone", made.Owner);
        if (_shared.Add(made))
        {
            var at = day.At(dice.About(1190, 60));
            if (day[other].At(at) is { } stay)
            {
                records.SignIn(at, made.Account, CloudApp.OutlookMobile, other.Phone, networks.Of(other.Phone, stay.Place, other, at), stay.Place, other, factor: SecondFactor.App, approver: other.Phone);
            }
        }

        Tokens(day, other, made.Account, other.Phone, 190, dice, isForgotten: false);
    }

    private void Tokens(DayBook day, SimulatedPerson carrier, SimulatedAccount account, SimulatedDevice phone, double minutes, Dice dice, bool isForgotten)
    {
        var mean = minutes / options.TokenRefreshFactor;
        for (var minute = dice.Wait(mean); minute < 1440; minute += (mean * 0.3) + dice.Wait(mean * 0.7))
        {
            var at = day.At(minute);
            var place = isForgotten ? carrier.Home : day[carrier].At(at)?.Place ?? carrier.Out;
            var egress = networks.Of(phone, place, carrier, at);
            records.SignIn(at, account, dice.Chance(0.7) ? CloudApp.OutlookMobile : CloudApp.Teams, phone, egress, place, actor: null, factor: SecondFactor.InToken);
            if (phone == carrier.Phone && account == carrier.Account)
            {
                Note(carrier, egress, isForgotten);
            }
        }
    }

    private static void Note(SimulatedPerson person, Egress egress, bool isForgotten)
    {
        var account = person.Account!;
        account.Note(Behaviour.PhoneMail);
        if (isForgotten)
        {
            account.Note(Behaviour.PhoneForgottenAtHome);
        }

        if (egress.Kind == EgressKind.Carrier && person.Does(Behaviour.CarrierAddresses))
        {
            account.Note(Behaviour.CarrierAddresses);
        }

        if (egress.Kind == EgressKind.Abroad)
        {
            account.Note(Behaviour.TravelAbroad);
        }

        if (egress.Kind == EgressKind.Home && egress.Address.Contains(':', StringComparison.Ordinal))
        {
            account.Note(Behaviour.Ipv6Privacy);
        }

        if (egress.Kind == EgressKind.Home && person.Does(Behaviour.CoupleAtHome))
        {
            account.Note(Behaviour.CoupleAtHome);
        }
    }

    /// <summary>Every few weeks, and after a new phone, the owner signs in by hand.</summary>
    private void SignInNowAndThen(DayBook day, SimulatedPerson person, Dice dice, bool isForgotten)
    {
        if (isForgotten || (_signedIn.TryGetValue(person, out var last) && day.Date.DayNumber - last.DayNumber < 30 && !events.IsTheDay(Behaviour.NewAuthenticatorPhone, person, day)))
        {
            return;
        }

        var at = day.At(dice.About(1170, 100));
        if (day[person].At(at) is { } stay)
        {
            _signedIn[person] = day.Date;
            records.SignIn(at, person.Account!, CloudApp.OutlookMobile, person.Phone!, networks.Of(person.Phone!, stay.Place, person, at), stay.Place, person, factor: SecondFactor.App, approver: person.Phone);
        }
    }

    /// <summary>An old phone in a drawer at home tries the old password for three days after the change.</summary>
    private void OldPhone(DayBook day, SimulatedPerson person, Dice dice)
    {
        if (!person.Does(Behaviour.OldPhoneAfterPasswordChange) || !Enumerable.Range(0, 3).Any(i => events.IsChangeDay(person, day, i)))
        {
            return;
        }

        for (var minute = dice.Wait(25); minute < 1440; minute += 12 + dice.Wait(25))
        {
            var at = day.At(minute);
            records.SignIn(at, person.Account!, CloudApp.ActiveSync, person.Phone!, networks.Of(person.Phone!, person.Home, person, at), person.Home, actor: null, error: 50126, isInteractive: true);
            person.Account!.Note(Behaviour.OldPhoneAfterPasswordChange);
        }
    }
}
