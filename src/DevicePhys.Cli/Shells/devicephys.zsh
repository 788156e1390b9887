#compdef devicephys
# Completion of devicephys in zsh; in ~/.zshrc, after compinit:  eval "$(devicephys completion zsh)"
_devicephys() {
    local line="${(j: :)words[2,CURRENT]}"
    local -a found
    found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2> /dev/null)}")
    # Options are offered when a dash asks for them; without a match the names of files are.
    [[ $PREFIX == -* ]] || found=("${(@)found:#[-/]*}")
    found=("${(@)found:#}")
    (( ${#found} )) && compadd -a found || _files
}
compdef _devicephys devicephys
