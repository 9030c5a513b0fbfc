#!/bin/sh
# Gives every SFTP user its own folder and nothing else. The user owns submissions/{site} with write and pass, without read: it can put
# files there, and can neither list nor open anything, its own files included. The container itself can only be passed.
set -eu
account=${inboxAccountName:?run by azd, or set it from the output of main.bicep}
group=${AZURE_RESOURCE_GROUP:?}

az storage fs access set --auth-mode login --account-name "$account" --file-system submissions --path / --permissions 'rwxr-x--x' --output none
az storage account local-user list --account-name "$account" --resource-group "$group" --query '[].[name, userId]' --output tsv |
  while read -r site user; do
    az storage fs directory create --auth-mode login --account-name "$account" --file-system submissions --name "$site" --output none
    az storage fs access set --auth-mode login --account-name "$account" --file-system submissions --path "$site" \
      --owner "$user" --permissions '-wx------' --output none
    echo "submissions/$site: write only, for $site alone"
  done
