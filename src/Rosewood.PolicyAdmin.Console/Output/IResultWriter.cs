namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>Prints output objects in one style as they come.</summary>
internal interface IResultWriter
{
    /// <summary>Prints one object, or keeps it until its columns are known.</summary>
    void Write(object value);

    /// <summary>Prints what was kept and what ends the output.</summary>
    void End();
}
