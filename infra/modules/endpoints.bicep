// Private endpoints of both accounts for every service that the app speaks to, with their name zones.
param name string
param location string
param tags object
param networkId string
param subnetId string
param inboxAccountId string
param dataAccountId string

var services = ['blob', 'dfs', 'queue', 'table']
var endpoints = [
  { account: inboxAccountId, of: 'inbox', service: 'blob' }
  { account: inboxAccountId, of: 'inbox', service: 'dfs' }
  { account: inboxAccountId, of: 'inbox', service: 'queue' }
  { account: dataAccountId, of: 'data', service: 'blob' }
  { account: dataAccountId, of: 'data', service: 'queue' }
  { account: dataAccountId, of: 'data', service: 'table' }
]

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource zoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [
  for (service, index) in services: {
    parent: zones[index]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: networkId }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for endpoint in endpoints: {
    name: '${name}-${endpoint.of}-${endpoint.service}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        {
          name: '${endpoint.of}-${endpoint.service}'
          properties: {
            privateLinkServiceId: endpoint.account
            groupIds: [endpoint.service]
          }
        }
      ]
    }
  }
]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.service
          properties: { privateDnsZoneId: zones[indexOf(services, endpoint.service)].id }
        }
      ]
    }
  }
]
