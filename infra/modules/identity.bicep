// Two identities: what the functions may do, and what Event Grid may do. Roles are given where the resources are.
param name string
param location string
param tags object

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-functions'
  location: location
  tags: tags
}

resource events 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-events'
  location: location
  tags: tags
}

output functionIdentityId string = functions.id
output functionClientId string = functions.properties.clientId
output functionPrincipalId string = functions.properties.principalId
output eventIdentityId string = events.id
output eventPrincipalId string = events.properties.principalId
