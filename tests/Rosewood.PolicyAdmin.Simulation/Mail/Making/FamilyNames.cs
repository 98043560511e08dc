namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>Surnames that families have and staff have not, so that a namesake is one on purpose.</summary>
internal static class FamilyNames
{
    public static readonly string[] Last =
    [
        "Abbott", "Ahmed", "Allsop", "Appleyard", "Barraclough", "Begum", "Birtwistle", "Blackburn", "Bradshaw", "Brannigan", "Bukowski",
        "Cartwright", "Chaudhry", "Chukwu", "Cleary", "Coates", "Crabtree", "Crowther", "Czarnecki", "Dalgleish", "Davidson", "Dhillon",
        "Dobson", "Drabble", "Earnshaw", "Eastwood", "Entwistle", "Fairhurst", "Fernandes", "Fielding", "Fothergill", "Gallagher", "Garside",
        "Gibbons", "Goodall", "Greenhalgh", "Grimshaw", "Hargreaves", "Haworth", "Heathcote", "Hepworth", "Hinchliffe", "Iqbal", "Ingham",
        "Jagger", "Jarvis", "Kaminski", "Kershaw", "Kitson", "Lawton", "Liddell", "Lumb", "Mahmood", "Makinde", "Mason", "Metcalfe",
        "Mistry", "Murgatroyd", "Naylor", "Nowak", "Nuttall", "Ogden", "Olatunji", "Osei", "Oldroyd", "Parkin", "Pemberton", "Pickles",
        "Popescu", "Priestley", "Quarmby", "Radcliffe", "Ramsbottom", "Redfern", "Rothwell", "Rushworth", "Sagar", "Schofield", "Shackleton",
        "Sharma", "Sidebottom", "Singh", "Sugden", "Sykes", "Tattersall", "Tetlow", "Thackray", "Thewlis", "Uddin", "Varley", "Verity",
        "Wadsworth", "Walmsley", "Weatherill", "Whiteley", "Wolstenholme", "Womersley", "Yates", "Zaman", "Zielińska",
    ];
}
