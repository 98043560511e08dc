using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Completion;

/// <summary>Scripts that teach a shell to complete. They ask the program itself, so that they never fall behind it.</summary>
internal static class CompletionScripts
{
    /// <summary>The program's word that answers the scripts, in upper case.</summary>
    public const string Query = "__COMPLETE";

    private const string Bash = """
        # rosewood completion for bash. Use it with:  source <(rosewood completion bash)
        _rosewood() {
          local line words cur
          # The line as typed, cut at white space that no backslash keeps: bash itself would cut at ':' and '=' too.
          line="${COMP_LINE:0:COMP_POINT}"
          # shellcheck disable=SC2162
          read -a words <<< "$line"
          [[ "$line" == *[[:space:]] && "$line" != *\\[[:space:]] ]] && words+=("")
          cur="${COMP_WORDS[COMP_CWORD]//\\/}"
          local last="${words[${#words[@]}-1]}" cut=""
          # Bash replaces only what stands behind its own cut.
          [[ "$last" == *"$cur" && "$cur" != [:=] ]] && cut="${last%"$cur"}"
          [[ "$cur" == [:=] ]] && cut="$last"
          COMPREPLY=()
          local reply
          while IFS= read -r reply; do
            [[ -n "$reply" ]] || continue
            reply="${reply#"$cut"}"
            [[ "$reply" == *[^[:alnum:]_@%+=:,./-]* ]] && printf -v reply '%q' "$reply"
            COMPREPLY+=("$reply")
          done < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
          [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" != -* ]] || return 0
        }
        complete -o default -F _rosewood rosewood

        """;

    private const string Zsh = """
        #compdef rosewood
        # rosewood completion for zsh. Use it with:  source <(rosewood completion zsh)
        _rosewood() {
          local -a replies
          replies=("${(@f)$("${words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
          replies=(${replies:#})
          if (( ${#replies} )); then
            compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -- "${replies[@]}"
          else
            _files
          fi
        }
        compdef _rosewood rosewood

        """;

    private const string Pwsh = """
        # rosewood completion for PowerShell. Use it with:  rosewood completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName rosewood -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -le $cursorPosition } | ForEach-Object { $_.Extent.Text })
            if ($wordToComplete -eq '') { $words += '' }
            & $commandAst.CommandElements[0].Extent.Text __complete @words 2>$null | ForEach-Object {
                $text = $_ -match '^-?[\w.@/:=,+-]+$' ? $_ : "'$([System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($_))'"
                [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>The shells that there are scripts for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "pwsh"];

    /// <summary>The script for a shell.</summary>
    /// <exception cref="UsageException">No such shell.</exception>
    public static string For(IReadOnlyList<string> words) => (words.Count == 1 ? words[0].ToUpperInvariant() : "") switch
    {
        "BASH" => Bash.ReplaceLineEndings("\n"),
        "ZSH" => Zsh.ReplaceLineEndings("\n"),
        "PWSH" => Pwsh.ReplaceLineEndings("\n"),
        _ => throw new UsageException($"rosewood completion needs one of {Suggestions.List(Shells)}.", "rosewood completion bash"),
    };
}
