// The account of the pipeline itself: evidence, receipts, reports, extracts, tables, and the storage of the Functions host.
// No hierarchical namespace, so that evidence can have versions and immutability.
param name string
param location string
param tags object
param functionPrincipalId string
param operatorPrincipalIds string[]
param readerPrincipalIds string[]
param evidenceRetentionDays int
param isPublic bool

var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var tableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
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
      isVersioningEnabled: true
      deleteRetentionPolicy: {
        enabled: true
        days: 30
      }
      containerDeleteRetentionPolicy: {
        enabled: true
        days: 30
      }
    }

    // Write-once: the name is the hash of the content, and no version can be changed or deleted before its time.
    resource evidence 'containers' = {
      name: 'evidence'
      properties: {
        immutableStorageWithVersioning: { enabled: true }
      }

      resource immutability 'immutabilityPolicies' = {
        name: 'default'
        properties: {
          immutabilityPeriodSinceCreationInDays: evidenceRetentionDays
          allowProtectedAppendWrites: false
        }
      }
    }

    resource others 'containers' = [
      for container in ['receipts', 'reports', 'extracts', 'mappings', 'app-package']: {
        name: container
      }
    ]
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource all 'tables' = [
      for table in ['Submissions', 'Outcomes', 'Summaries']: {
        name: table
      }
    ]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'evidence-grows-cold'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['evidence/']
              }
              actions: {
                baseBlob: {
                  tierToCool: { daysAfterModificationGreaterThan: 30 }
                  tierToCold: { daysAfterModificationGreaterThan: 365 }
                }
              }
            }
          }
          {
            name: 'old-versions-go'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['extracts/', 'reports/', 'receipts/']
              }
              actions: {
                version: {
                  delete: { daysAfterCreationGreaterThan: 90 }
                }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

var functionRoles = [blobDataOwner, queueDataContributor, tableDataContributor]

resource functionAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in functionRoles: {
    scope: account
    name: guid(account.id, functionPrincipalId, role)
    properties: {
      principalId: functionPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource operatorBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operatorPrincipalIds: {
    scope: account
    name: guid(account.id, operator, blobDataContributor)
    properties: {
      principalId: operator
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
    }
  }
]

resource operatorTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for operator in operatorPrincipalIds: {
    scope: account
    name: guid(account.id, operator, tableDataContributor)
    properties: {
      principalId: operator
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
    }
  }
]

resource readerBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for reader in readerPrincipalIds: {
    scope: account
    name: guid(account.id, reader, blobDataReader)
    properties: {
      principalId: reader
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataReader)
    }
  }
]

resource readerTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for reader in readerPrincipalIds: {
    scope: account
    name: guid(account.id, reader, tableDataReader)
    properties: {
      principalId: reader
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataReader)
    }
  }
]

output accountName string = account.name
output accountId string = account.id
