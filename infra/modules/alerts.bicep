// Each alert has its paragraph "what to do" in README, "Operate it". Queries read metrics and requests: counts only.
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
    severity: 1
  }
  {
    name: 'publish-overdue'
    description: 'No report was published for longer than its period.'
    query: 'AppMetrics | where Name == "ssc.publish.age" | where Max > ${publishOverdueHours}'
    window: 'PT1H'
    every: 'PT1H'
    severity: 1
  }
  {
    name: 'reconcile-found'
    description: 'The inbox held submissions that no event had told of.'
    query: 'AppMetrics | where Name == "ssc.reconcile.found" | where Sum > 0'
    window: 'PT1H'
    every: 'PT1H'
    severity: 3
  }
  {
    name: 'failures'
    description: 'More than a fifth of all calls of functions failed, and at least five, in thirty minutes.'
    query: 'AppRequests | summarize Failed = countif(Success == false), Total = count() | where Failed >= 5 and Failed * 5 > Total'
    window: 'PT30M'
    every: 'PT15M'
    severity: 2
  }
  {
    name: 'silent'
    description: 'Nothing was heard of the functions for two hours, though reconciliation runs on a schedule.'
    query: 'AppMetrics | where Name startswith "ssc." | summarize Heard = count() | where Heard == 0'
    window: 'PT2H'
    every: 'PT1H'
    severity: 1
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

resource alerts 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = [
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
      skipQueryValidation: true
      evaluationFrequency: rule.every
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
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
