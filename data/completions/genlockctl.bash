# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of genlockctl for bash.

_genlockctl ()
{
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= i
  local commands="import export list show add set delete undelete undo check trace connect label sheet backup restore verify salvage"
  local tables="productions equipment sources source_outputs sends devices connections graph_nodes dismissals addresses prints equipment_io_ports equipment_cards equipment_card_io change_log sync_log sync_conflicts"

  case $previous in
    --database)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return;;
    --table)
      mapfile -t COMPREPLY < <(compgen -W "sources sends devices connections addresses equipment" -- "$current")
      return;;
    --kind)
      mapfile -t COMPREPLY < <(compgen -W "cables device router sources gear count graph" -- "$current")
      return;;
    --by)
      mapfile -t COMPREPLY < <(compgen -W "none from to snake type" -- "$current")
      return;;
    --paper)
      mapfile -t COMPREPLY < <(compgen -W "A4 A3 Letter Tabloid" -- "$current")
      return;;
    --orientation)
      mapfile -t COMPREPLY < <(compgen -W "portrait landscape" -- "$current")
      return;;
    --production|--answer|--of|--printed-at)
      return;;
  esac

  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "--database --json --dry-run --force --answer --production --deleted --table --kind --of --by --paper --orientation --printed-at --record --version --help" -- "$current")
    return
  fi

  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --database|--table|--production|--answer|--kind|--of|--by|--paper|--orientation|--printed-at) ((i++));;
      -*) ;;
      *) command=${COMP_WORDS[i]}; break;;
    esac
  done

  case $command in
    "") mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current");;
    list|show|add|set|delete|undelete)
      if ((i == COMP_CWORD - 1)); then
        mapfile -t COMPREPLY < <(compgen -W "$tables" -- "$current")
      fi;;
    import|export|sheet|backup|restore|salvage) mapfile -t COMPREPLY < <(compgen -f -- "$current");;
  esac
}

complete -o filenames -F _genlockctl genlockctl
