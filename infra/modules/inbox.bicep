// The account that sites write to: hierarchical namespace and SFTP. It holds the inbox, its queues and dead letters, nothing else:
// a hierarchical namespace has no versioning, so evidence lives in the data account.
param name string
param location string
param tags object
param sites array
param enableSftp bool
param functionPrincipalId string
param eventPrincipalId string
param operatorPrincipalIds string[]
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
    // Not 'Disabled': Event Grid and other trusted services of Azure come in through the exception below.
    publicNetworkAccess: 'Enabled'
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

    resource all 'queues' = [
      for queue in ['ssc-inbox-events', 'ssc-inbox-events-poison', 'webjobs-blobtrigger-poison']: {
        name: queue
      }
    ]
  }
}

// A user of a site has no permission on the container. What it may do is the access list of its own folder, which site-folders.sh sets:
// create and write there, neither read nor list, its own files included.
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

// The trigger needs an owner of blobs and a contributor of queues; the upload page writes to the inbox with the same identity.
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

// Operators give sites their folders, replay from the inbox and look after the poison queues.
resource operatorsOwnBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operatorPrincipalIds: {
    scope: account
    name: guid(account.id, operator, blobDataOwner)
    properties: {
      principalId: operator
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
    }
  }
]

resource operatorsUseQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operatorPrincipalIds: {
    scope: account
    name: guid(account.id, operator, queueDataContributor)
    properties: {
      principalId: operator
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueDataContributor)
    }
  }
]

output accountName string = account.name
output accountId string = account.id
