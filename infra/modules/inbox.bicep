// The account that sites write to: hierarchical namespace and SFTP. It holds the inbox, its queues and dead letters, nothing else:
// a hierarchical namespace has no versioning, so evidence lives in the data account.
param name string
param location string
param tags object
param sites array
param enableSftp bool
param functionPrincipalId string
param eventPrincipalId string
param isPublic bool

var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var queueDataMessageSender = 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    isHnsEnabled: true
    isSftpEnabled: enableSftp
    isLocalUserEnabled: enableSftp
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    defaultToOAuthAuthentication: true
    publicNetworkAccess: isPublic ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: isPublic ? 'Allow' : 'Deny'
      bypass: 'AzureServices'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: {
        enabled: true
        days: 30
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: 30
      }
    }

    resource submissions 'containers' = {
      name: 'submissions'
    }

    resource deadLetters 'containers' = {
      name: 'events-dead-letter'
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource inboxEvents 'queues' = {
      name: 'ssc-inbox-events'
    }
  }
}

// Create and write in its own folder only: a site can neither read nor list, its own folder included.
resource siteUser 'Microsoft.Storage/storageAccounts/localUsers@2024-01-01' = [
  for site in filter(sites, one => enableSftp && !empty(one.publicKey)): {
    parent: account
    name: site.code
    properties: {
      homeDirectory: 'submissions/${site.code}'
      hasSshPassword: false
      hasSshKey: true
      hasSharedKey: false
      sshAuthorizedKeys: [
        {
          description: site.code
          key: site.publicKey
        }
      ]
      allowAclAuthorization: true
      permissionScopes: []
    }
  }
]

resource functionOwnsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, functionPrincipalId, blobDataOwner)
  properties: {
    principalId: functionPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
  }
}

resource functionUsesQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, functionPrincipalId, queueDataContributor)
  properties: {
    principalId: functionPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueDataContributor)
  }
}

resource eventsFillQueue 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, eventPrincipalId, queueDataMessageSender)
  properties: {
    principalId: eventPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueDataMessageSender)
  }
}

resource eventsWriteDeadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::blobs::deadLetters
  name: guid(account.id, eventPrincipalId, blobDataContributor)
  properties: {
    principalId: eventPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

output accountName string = account.name
output accountId string = account.id
