// SscPipeline on Azure Functions Flex Consumption, one resource group. Identity everywhere: no key, no connection string.
// Stage 1 (this file) makes everything but the event subscriptions; they need the deployed code: events.bicep, stage 2.
targetScope = 'resourceGroup'

@description('Short name of the study, lower-case letters and digits; the beginning of every resource name.')
@minLength(3)
@maxLength(8)
param name string

@description('Region. Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('The name of the study as reports show it.')
param study string

@description('Sites that may drop files. A site without publicKey uses another way than SFTP (upload page, Storage Explorer).')
param sites siteType[]

@description('Six NCRONTAB fields, UTC.')
param summarySchedule string = '0 0 6 * * 1'

@description('Six NCRONTAB fields, UTC.')
param reconcileSchedule string = '0 */15 * * * *'

@description('Hours without a published report after which the alert fires: the period of summarySchedule and some.')
@minValue(2)
param publishOverdueHours int = 192

@description('Who is told by alerts and budget.')
param operatorEmail string

@description('Object ids of people or groups who run ssc against this storage: status, replay, poison, doctor. Empty ones are left out.')
param operatorPrincipalIds string[] = []

@description('Object ids of people or groups who read receipts, reports and evidence.')
param readerPrincipalIds string[] = []

@description('Amount a month, in the currency of the subscription, at which the operator is told.')
@minValue(1)
param monthlyBudget int = 50

@description('First day of the month from which the budget counts, yyyy-MM-01.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('Storage is reached through private endpoints only. Sites then need a private route, SFTP included.')
param usePrivateEndpoints bool = false

@description('SFTP is charged by the hour while it is on.')
param enableSftp bool = true

@description('Where else telemetry goes, such as https://collector.example.org:4318. Empty: Application Insights only.')
param otlpEndpoint string = ''

@description('Days for which no version of an evidence file can be changed or deleted.')
@minValue(1)
param evidenceRetentionDays int = 3650

@description('Further app settings of the pipeline, by their names in local.settings.sample.json. Secrets belong into Key Vault, and its reference here.')
@secure()
param extraSettings object = {}

type siteType = {
  @description('The site code: lower-case letters, digits and hyphens, such as site-a.')
  code: string

  @description('An OpenSSH public key for SFTP; empty for none.')
  publicKey: string
}

var suffix = take(uniqueString(resourceGroup().id, name), 8)
var fullName = '${name}-${suffix}'
var tags = { product: 'SscPipeline', study: name }
var operators = filter(operatorPrincipalIds, id => !empty(id))

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: fullName
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (usePrivateEndpoints) {
  name: 'network'
  params: {
    name: fullName
    location: location
    tags: tags
  }
}

module inbox 'modules/inbox.bicep' = {
  name: 'inbox'
  params: {
    name: toLower('${name}in${suffix}')
    location: location
    tags: tags
    sites: sites
    enableSftp: enableSftp
    functionPrincipalId: identity.outputs.functionPrincipalId
    eventPrincipalId: identity.outputs.eventPrincipalId
    operatorPrincipalIds: operators
    isPublic: !usePrivateEndpoints
  }
}

module data 'modules/data.bicep' = {
  name: 'data'
  params: {
    name: toLower('${name}da${suffix}')
    location: location
    tags: tags
    functionPrincipalId: identity.outputs.functionPrincipalId
    operatorPrincipalIds: operators
    readerPrincipalIds: readerPrincipalIds
    evidenceRetentionDays: evidenceRetentionDays
    isPublic: !usePrivateEndpoints
  }
}

module endpoints 'modules/endpoints.bicep' = if (usePrivateEndpoints) {
  name: 'endpoints'
  params: {
    name: fullName
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointSubnetId
    inboxAccountId: inbox.outputs.accountId
    dataAccountId: data.outputs.accountId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: fullName
    location: location
    tags: tags
    functionPrincipalId: identity.outputs.functionPrincipalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: fullName
    location: location
    tags: tags
    identityId: identity.outputs.functionIdentityId
    identityClientId: identity.outputs.functionClientId
    inboxAccountName: inbox.outputs.accountName
    dataAccountName: data.outputs.accountName
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    otlpEndpoint: otlpEndpoint
    subnetId: usePrivateEndpoints ? network!.outputs.appSubnetId : ''
    study: study
    summarySchedule: summarySchedule
    reconcileSchedule: reconcileSchedule
    extraSettings: extraSettings
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: fullName
    location: location
    tags: tags
    operatorEmail: operatorEmail
    workspaceId: monitoring.outputs.workspaceId
    publishOverdueHours: publishOverdueHours
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: fullName
    amount: monthlyBudget
    startDate: budgetStart
    operatorEmail: operatorEmail
  }
}

@description('For events.bicep and for azd, which deploys the code to it.')
output functionAppName string = app.outputs.appName
output inboxAccountName string = inbox.outputs.accountName
output dataAccountName string = data.outputs.accountName
output eventIdentityId string = identity.outputs.eventIdentityId

@description('Where sites connect with SFTP, as {account}.{site user}.')
output sftpHost string = '${inbox.outputs.accountName}.blob.${environment().suffixes.storage}'
