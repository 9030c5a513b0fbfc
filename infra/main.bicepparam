using 'main.bicep'

param name = 'sscstudy'
param study = 'Low-dose imatinib in systemic sclerosis'
param operatorEmail = readEnvironmentVariable('SSC_OPERATOR_EMAIL')

// Whoever deploys may also operate; azd names them in AZURE_PRINCIPAL_ID.
param operatorPrincipalIds = [readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')]

// One entry a site. A key is the text of the site's id_ed25519.pub; a site without one uses the upload page.
param sites = [
  {
    code: 'site-a'
    publicKey: readEnvironmentVariable('SSC_SITE_A_KEY', '')
  }
]

// What local.settings.sample.json explains and main.bicep has no parameter for. A line that is commented out shows the default or an example.
param extraSettings = {
  Ssc__Acceptance: 'Values'
  Ssc__PercentPredicted: 'reported'
  Ssc__MinimumCell: '5'
  Ssc__Dates: 'Allowed'
  // Ssc__SubjectPattern: '^[A-Z]{2}-[0-9]{3}$'
  // Ssc__Sites__{site}__Language: 'zh'
  // Ssc__Sites__{site}__KeyHash: what 'ssc site-key --site ID' prints; the hyphens of a site as underscores, such as Ssc__Sites__site_a__KeyHash
  // Ssc__ReferenceSet__{Spirometry|Transfer|Volumes|Ethnicity}: 'GliGlobal2022', 'Gli2017', 'Gli2021', '5'
  // Ssc__Delivery__ReportsUrl: 'https://study.blob.core.windows.net/reports/'
  // Ssc__Delivery__Email__{Host|Port|Tls|User|Password|From|ControlledRecipients|PublicRecipients|Seconds}: the password as a Key Vault reference
  // Ssc__Delivery__Webhook__{Url|Secret|Audiences|Seconds}: the secret as a Key Vault reference
  // OTEL_EXPORTER_OTLP_{ENDPOINT|PROTOCOL|HEADERS}: the first is the parameter otlpEndpoint; a header as a Key Vault reference
  // OTEL_SERVICE_NAME: 'ssc-pipeline'
  // Ssc__Limits__{FileBytes|UncompressedBytes|CompressionRatio|ZipEntries|Rows|Columns|Cells|CellCharacters|HeapBytes|Seconds}: whole numbers
}
