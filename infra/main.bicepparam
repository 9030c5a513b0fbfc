using 'main.bicep'

param name = 'sscstudy'
param study = 'Low-dose imatinib in systemic sclerosis'
param operatorEmail = readEnvironmentVariable('SSC_OPERATOR_EMAIL')
param sites = [
  {
    code: 'site-a'
    publicKey: readEnvironmentVariable('SSC_SITE_A_KEY', '')
  }
]
