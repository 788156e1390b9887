# Completion of devicephys in bash; in ~/.bashrc:  eval "$(devicephys completion bash)"
_devicephys_complete() {
    local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} item
    line=${line#"${line%%[![:space:]]*}"}
    line=${line#"$1"}
    line=${line# }
    COMPREPLY=()
    while IFS= read -r item; do
        # Options are offered when a dash asks for them; without a match the names of files are.
        if [[ -n $item && $item == "$word"* && ( $word == -* || $item != [-/]* ) ]]; then
            COMPREPLY+=("$item")
        fi
    done <<< "$("$1" "[suggest:${#line}]" "$line" 2> /dev/null)"
}
complete -o default -F _devicephys_complete devicephys
