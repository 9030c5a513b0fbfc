#!/bin/sh
# After the code is there: its webhook has a key only then.
set -eu
az deployment group create --resource-group "${AZURE_RESOURCE_GROUP:?}" --template-file events.bicep --output none \
  --parameters functionAppName="${functionAppName:?}" inboxAccountName="${inboxAccountName:?}" eventIdentityId="${eventIdentityId:?}"
echo "events of the inbox reach the functions"
