# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of genlockctl for fish.

set -l commands import export list show add set delete undelete undo check trace connect label sheet backup restore verify salvage
set -l tables productions equipment sources source_outputs sends devices connections graph_nodes dismissals addresses prints equipment_io_ports equipment_cards equipment_card_io change_log sync_log sync_conflicts

complete -c genlockctl -f
complete -c genlockctl -l database -r -F -d 'The database file'
complete -c genlockctl -l json -d 'Print one JSON document'
complete -c genlockctl -l version -d 'Print the version'
complete -c genlockctl -l help -d 'Print help'
complete -c genlockctl -n "__fish_seen_subcommand_from import" -l dry-run -d 'Only say what would come'
complete -c genlockctl -n "__fish_seen_subcommand_from import" -l answer -x -d 'Answer what the files leave open'
complete -c genlockctl -n "__fish_seen_subcommand_from list" -l production -x -d 'Of one show'
complete -c genlockctl -n "__fish_seen_subcommand_from connect" -l force -d 'In spite of the rules'
complete -c genlockctl -n "__fish_seen_subcommand_from list" -l deleted -d 'Deleted rows too'
complete -c genlockctl -n "__fish_seen_subcommand_from export" -l table -x \
  -a 'sources sends devices connections addresses equipment' -d 'Which table'
complete -c genlockctl -n "__fish_seen_subcommand_from sheet" -l kind -x \
  -a 'cables device router sources gear count graph' -d 'Which sheet'
complete -c genlockctl -n "__fish_seen_subcommand_from sheet export" -l of -x -d 'Of one device'
complete -c genlockctl -n "__fish_seen_subcommand_from sheet" -l by -x \
  -a 'none from to snake type' -d 'How cables are grouped'
complete -c genlockctl -n "__fish_seen_subcommand_from sheet" -l paper -x -a 'A4 A3 Letter Tabloid' -d 'On which paper'
complete -c genlockctl -n "__fish_seen_subcommand_from sheet" -l orientation -x \
  -a 'portrait landscape' -d 'How the paper lies'
complete -c genlockctl -n "__fish_seen_subcommand_from sheet" -l printed-at -x -d 'The time to print on it'
complete -c genlockctl -n "__fish_seen_subcommand_from sheet" -l record -d 'Count the sheet as printed'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a import -d 'Bring in files'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a export -d 'Write a show, a table, the graph or labels'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a list -d 'List the rows of a table'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a show -d 'Show one row'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a add -d 'Add a row'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a set -d 'Change fields of a row'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a delete -d 'Delete a row'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a undelete -d 'Bring a row back'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a undo -d 'Take the last change back'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a check -d 'Say what cannot work'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a trace -d 'Show what feeds a send'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a connect -d 'Lay a cable'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a label -d 'Label cables'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a sheet -d 'Write a sheet for the crew'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a backup -d 'Copy the database'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a restore -d 'Put a backup in place'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a verify -d 'Check the database'
complete -c genlockctl -n "not __fish_seen_subcommand_from $commands" -a salvage -d 'Save what is readable'
complete -c genlockctl -n "__fish_seen_subcommand_from list show add set delete undelete" -a "$tables"
complete -c genlockctl -n "__fish_seen_subcommand_from import export sheet backup restore salvage" -F
