// Flex Consumption, .NET 10 isolated. FUNCTIONS_WORKER_RUNTIME, FUNCTIONS_EXTENSION_VERSION and WEBSITE_* must not be settings there.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param inboxAccountName string
param dataAccountName string
param applicationInsightsConnectionString string
param otlpEndpoint string
param subnetId string
param study string
param summarySchedule string
param reconcileSchedule string
@secure()
param extraSettings object

var storage = environment().suffixes.storage

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${dataAccountName}.blob.${storage}/app-package'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: 40
        // Without an instance that is always ready, the first event after a quiet time can be lost to a time-out.
        alwaysReady: [
          {
            name: 'blob'
            instanceCount: 1
          }
        ]
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identityClientId
        AzureWebJobsStorage__blobServiceUri: 'https://${dataAccountName}.blob.${storage}'
        AzureWebJobsStorage__queueServiceUri: 'https://${dataAccountName}.queue.${storage}'
        AzureWebJobsStorage__tableServiceUri: 'https://${dataAccountName}.table.${storage}'
        SscStorage__credential: 'managedidentity'
        SscStorage__clientId: identityClientId
        SscStorage__blobServiceUri: 'https://${dataAccountName}.blob.${storage}'
        SscStorage__queueServiceUri: 'https://${dataAccountName}.queue.${storage}'
        SscStorage__tableServiceUri: 'https://${dataAccountName}.table.${storage}'
        SscInbox__credential: 'managedidentity'
        SscInbox__clientId: identityClientId
        SscInbox__blobServiceUri: 'https://${inboxAccountName}.blob.${storage}'
        SscInbox__queueServiceUri: 'https://${inboxAccountName}.queue.${storage}'
        APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
        APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true'
        Ssc__Study: study
        Ssc__SummarySchedule: summarySchedule
        Ssc__ReconcileSchedule: reconcileSchedule
      },
      empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint },
      extraSettings
    )
  }
}

output appName string = app.name
