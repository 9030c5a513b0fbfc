// Each alert has its paragraph "what to do" in README, "Operate it". Queries read the traces that the functions write: ids and counts only.
param name string
param location string
param tags object
param operatorEmail string
param workspaceId string
param publishOverdueHours int

var rules = [
  {
    name: 'poison'
    description: 'A submission failed five times and lies in the poison queue.'
    query: 'AppMetrics | where Name == "ssc.poison.length" | where Max > 0'
    window: 'PT15M'
    every: 'PT15M'
    operator: 'GreaterThan'
    severity: 1
  }
  {
    name: 'publish-overdue'
    description: 'No report was published for longer than its period.'
    query: 'AppMetrics | where Name == "ssc.publish.age" | where Max > ${publishOverdueHours}'
    window: 'PT1H'
    every: 'PT1H'
    operator: 'GreaterThan'
    severity: 1
  }
  {
    name: 'reconcile-found'
    description: 'The inbox held submissions that no event had told of.'
    query: 'AppMetrics | where Name == "ssc.reconcile.found" | where Sum > 0'
    window: 'PT1H'
    every: 'PT1H'
    operator: 'GreaterThan'
    severity: 3
  }
  {
    name: 'failures'
    description: 'Functions failed more than ten times in fifteen minutes.'
    query: 'AppRequests | where Success == false | summarize Failures = count() | where Failures > 10'
    window: 'PT15M'
    every: 'PT5M'
    operator: 'GreaterThan'
    severity: 2
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'SscOperator'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: operatorEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: rule.name
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: { actionGroups: [operators.id] }
    }
  }
]
