// Stage 2, after the code is deployed: events of the inbox reach the blob trigger, and a queue as second front door.
// Event Grid delivers at least once and in any order; the pipeline expects both.
targetScope = 'resourceGroup'

@description('Output functionAppName of main.bicep.')
param functionAppName string

@description('Output inboxAccountName of main.bicep.')
param inboxAccountName string

@description('Output eventIdentityId of main.bicep: may add messages to the queue and write dead letters.')
param eventIdentityId string

param location string = resourceGroup().location

@description('Only writes that complete a file: on a hierarchical namespace a CreateFile event comes before there is content.')
var finalWrites = ['FlushWithClose', 'PutBlob', 'PutBlockList', 'CopyBlob', 'SftpCommit']
var submissionsOnly = '/blobServices/default/containers/submissions/'

resource inbox 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: inboxAccountName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${inboxAccountName}-events'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${eventIdentityId}': {} }
  }
  properties: {
    source: inbox.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource toTrigger 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'ingest-submission'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.IngestSubmission&code=${listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    filter: {
      subjectBeginsWith: submissionsOnly
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      advancedFilters: [
        {
          operatorType: 'StringIn'
          key: 'data.api'
          values: finalWrites
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: eventIdentityId
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: inbox.id
          blobContainerName: 'events-dead-letter'
        }
      }
    }
  }
}

resource toQueue 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'inbox-events-queue'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    deliveryWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: eventIdentityId
      }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: inbox.id
          queueName: 'ssc-inbox-events'
          queueMessageTimeToLiveInSeconds: 604800
        }
      }
    }
    filter: {
      subjectBeginsWith: submissionsOnly
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      advancedFilters: [
        {
          operatorType: 'StringIn'
          key: 'data.api'
          values: finalWrites
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: eventIdentityId
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: inbox.id
          blobContainerName: 'events-dead-letter'
        }
      }
    }
  }
}
