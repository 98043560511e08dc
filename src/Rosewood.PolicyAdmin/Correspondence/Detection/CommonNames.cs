using System.Collections.Frozen;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Short forms of first names, and surnames that very many people in the UK have.</summary>
internal static class CommonNames
{
    private static readonly FrozenSet<string> Surnames = ("smith jones taylor brown williams wilson johnson davies patel robinson wright thompson evans walker white roberts green hall wood jackson "
        + "clarke clark harris lewis hughes edwards hill turner martin khan ali ahmed singh begum hussain kaur murphy kelly campbell stewart scott thomas cooper ward morris king moore baker").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Forms = Table(
        "daniel dan danny", "james jim jimmy jamie", "robert rob bob bobby robbie", "william will bill billy liam", "michael mike mick", "thomas tom tommy", "joseph joe joey",
        "john jon johnny jack", "jonathan jon jonny", "matthew matt", "andrew andy drew", "anthony tony ant", "christopher chris kit", "christine chris tina", "nicholas nick nic", "nicola nicky nic",
        "stephen steve ste", "steven steve", "david dave", "peter pete", "benjamin ben", "samuel sam", "samantha sam", "alexander alex sandy", "alexandra alex", "edward ed eddie ted", "richard rich rick dick",
        "charles charlie chas", "charlotte charlie lottie", "elizabeth liz beth lizzie eliza betty libby", "katherine kate kathy katie kat", "catherine cath kate cathy katie cat", "kathleen kath kathy",
        "margaret maggie meg peggy mags", "susan sue", "suzanne sue", "jennifer jen jenny", "jessica jess", "rebecca becky becca bec", "victoria vicky vic tori", "patricia pat trish", "patrick pat paddy",
        "deborah deb debbie", "pamela pam", "philip phil", "phillip phil", "gregory greg", "geoffrey geoff", "timothy tim", "kenneth ken", "ronald ron", "donald don", "gerald gerry", "frederick fred",
        "abigail abi abby", "amanda mandy", "angela angie", "barbara barb", "caroline caz", "danielle dani", "eleanor ellie nell", "emily em", "emma em", "frances fran", "gabrielle gabby", "georgina george",
        "gillian gill", "harriet hattie", "helen nell", "isabel izzy bel", "isabella izzy bella", "jacqueline jackie", "joanna jo", "joanne jo", "josephine jo", "judith judy jude", "julia jules", "kimberley kim",
        "lauren loz", "lucinda lucy", "madeleine maddie", "natalie nat", "natasha tash", "penelope penny", "philippa pip pippa", "rachel rach", "sarah sal", "stephanie steph", "theresa tess terry", "valerie val",
        "zachary zac zach", "oliver ollie olly", "leonard len", "lawrence larry laurie", "martin marty", "mohammed mo", "muhammad mo", "nathaniel nat nathan", "raymond ray", "stuart stu", "terence terry", "vincent vince");

    /// <summary>Whether very many people have a surname.</summary>
    public static bool IsCommonSurname(string surname) => Surnames.Contains(surname);

    /// <summary>Whether something is a first name, of those that have short forms, or a short form.</summary>
    public static bool IsFirstName(string name) => Forms.ContainsKey(name);

    /// <summary>A first name and its short and long forms.</summary>
    public static IEnumerable<string> FormsOf(string first) => Forms.TryGetValue(first, out var forms) ? forms.Prepend(first) : [first];

    /// <summary>Each row's names stand for its first, and its first for each of them.</summary>
    private static FrozenDictionary<string, string[]> Table(params string[] rows) => rows
        .Select(static r => r.Split(' '))
        .SelectMany(static names => names.Skip(1).SelectMany(n => new[] { (Name: names[0], Form: n), (Name: n, Form: names[0]) }))
        .GroupBy(static p => p.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(static g => g.Key, static g => g.Select(static p => p.Form).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
